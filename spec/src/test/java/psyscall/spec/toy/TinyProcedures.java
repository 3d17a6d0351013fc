package psyscall.spec.toy;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;
import psyscall.spec.toy.TinyScheduler.Status;

/// The procedures of [TinyScheduler].
final class TinyProcedures {
  private final TinyScheduler s;
  private final Pidleput pidleput = new Pidleput();
  private final Acquirep acquirep = new Acquirep();
  private final Releasep releasep = new Releasep();
  private final Exitsyscallfast exitsyscallfast = new Exitsyscallfast();

  TinyProcedures(TinyScheduler s) {
    this.s = s;
  }

  List<Procedure> all() {
    return List.of(
        pidleput, acquirep, releasep, exitsyscallfast, new Mstart(), new User(), new Retake());
  }

  private abstract static class Tiny extends Procedure {
    Tiny(String function, String summary) {
      super(function, summary, TinyScheduler.source(function));
    }
  }

  /// Part of its caller's step, in processes of two kinds.
  private final class Pidleput extends Tiny {
    private final Id<P> p = parameter("p", P.IDS.id());

    Pidleput() {
      super("pidleput", "Puts a processor on the idle list.");
    }

    @Override
    protected void body() {
      set(s.status.of(p), Status.Pidle);
      clear(s.pm.of(p));
      add(s.pidle, p);
      set(s.lastPutter, selfOrNil(M.IDS));
    }
  }

  /// Part of its caller's step.
  private final class Acquirep extends Tiny {
    private final Id<P> p = parameter("p", P.IDS.id());

    Acquirep() {
      super("acquirep", "Associates a processor with the current thread.");
    }

    @Override
    protected void body() {
      Id<M> m = self(M.IDS);
      check(s.mp.of(m).isNil(), TinyScheduler.HAS_ONE);
      check(s.pm.of(p).isNil().and(s.status.of(p).is(Status.Pidle)), TinyScheduler.NOT_IDLE);
      set(s.mp.of(m), p);
      set(s.pm.of(p), m);
      set(s.status.of(p), Status.Prunning);
    }
  }

  /// Part of its caller's step, and calls another such.
  private final class Releasep extends Tiny {
    Releasep() {
      super("releasep", "Takes the processor off the current thread.");
    }

    @Override
    protected void body() {
      Id<P> p = follow("p", s.mp.of(self(M.IDS)));
      clear(s.mp.of(self(M.IDS)));
      call(pidleput, p);
    }
  }

  /// Leaves by one of two exits, one of them already in the caller's step.
  private final class Exitsyscallfast extends Tiny {
    private final Opt<P> oldp = parameter("oldp", P.IDS.opt());

    Exitsyscallfast() {
      super(
          "exitsyscallfast",
          "Tries to leave a system call with the processor it had, or with an idle one.");
    }

    @Override
    protected void body() {
      Id<M> m = self(M.IDS);
      when(s.gcwaiting, () -> ret("false"));
      label("reacquire", "E1");
      ifSome(
          oldp,
          p ->
              when(
                  s.status.of(p).is(Status.Psyscall).and(s.pm.of(p).is(m)),
                  () -> {
                    set(s.status.of(p), Status.Prunning);
                    set(s.mp.of(m), p);
                    say("takes its old P back");
                    ret("true");
                  }),
          () -> {});
      label("anyIdle", "E2");
      when(s.pidle.isEmpty(), () -> ret("false"));
      label("takeIdle", "E3");
      section(
          "sched.lock",
          s.lockedBy.isNil(),
          () ->
              pick(
                  "idle P",
                  s.pidle,
                  p -> {
                    remove(s.pidle, p);
                    call(acquirep, p);
                    ret("true");
                  },
                  () -> ret("false")));
    }
  }

  /// The root at which threads start.
  private final class Mstart extends Tiny {
    Mstart() {
      super("mstart", "Waits for a processor, then runs.");
    }

    @Override
    protected void body() {
      label("findp", "B1");
      section(
          "sched.lock",
          s.lockedBy.isNil(),
          () -> {
            await(s.pidle.isEmpty().not());
            pick(
                "idle P",
                s.pidle,
                p -> {
                  remove(s.pidle, p);
                  call(acquirep, p);
                },
                () -> {});
          });
      become("user");
    }
  }

  /// The root at which threads run.
  private final class User extends Tiny {
    private final Opt<P> oldp = local("oldp", P.IDS.opt());

    User() {
      super("user", "Runs user code, which does what it likes.");
    }

    @Override
    protected void body() {
      Id<M> m = self(M.IDS);
      label(StepKind.ENVIRONMENT, "entersyscall", "U1");
      Id<P> p = require("p", s.mp.of(m), TinyScheduler.NO_P);
      emit(TinyScheduler.ENTER, m, p);
      set(oldp, p);
      clear(s.mp.of(m));
      set(s.status.of(p), Status.Psyscall);
      goTo("exitsyscall");
      or(StepKind.PROTOCOL, "yield", "U2");
      await(s.preempt.of(m));
      set(s.preempt.of(m), false);
      call(releasep);
      become("mstart");
      or(StepKind.ENVIRONMENT, "stopTheWorld", "U3");
      await(s.lockedBy.isNil());
      set(s.lockedBy, m);
      set(s.gcwaiting, true);
      forAll(
          P.IDS,
          q -> s.status.of(q).is(Status.Pidle).or(s.status.of(q).is(Status.Psyscall)),
          s.status::of,
          q -> s.status.of(q).constant(Status.Pgcstop));
      set(s.pidle, P.IDS.none());
      label("startTheWorld", "U4");
      set(s.pidle, P.IDS.where(q -> s.status.of(q).is(Status.Pgcstop)));
      forAll(P.IDS, q -> s.pidle.has(q), s.pm::of, _ -> M.IDS.nil());
      forAll(P.IDS, q -> s.pidle.has(q), s.status::of, q -> s.status.of(q).constant(Status.Pidle));
      set(s.gcwaiting, false);
      clear(s.lockedBy);
      goTo("entersyscall");
      label(StepKind.ENVIRONMENT, "exitsyscall", "U5");
      call(
          exitsyscallfast,
          List.of(oldp),
          new Exit("true", () -> goTo("entersyscall")),
          new Exit("false", () -> become("mstart")));
    }
  }

  /// The one step of a process that polls.
  private final class Retake extends Tiny {
    Retake() {
      super("retake", "Takes processors out of system calls, and asks threads to yield.");
    }

    @Override
    protected void body() {
      label(StepKind.POLLING, "look", "S1");
      either(
          "what sysmon finds",
          new Case("nothing", () -> {}),
          new Case(
              "syscall",
              () ->
                  section(
                      "sched.lock",
                      s.lockedBy.isNil(),
                      () ->
                          pick(
                              "P in a system call",
                              P.IDS.where(p -> s.status.of(p).is(Status.Psyscall)),
                              p -> call(pidleput, p),
                              () -> {}))),
          new Case(
              "slice",
              () ->
                  pick(
                      "running M",
                      M.IDS.where(m -> s.mp.of(m).isSome()),
                      m -> set(s.preempt.of(m), true),
                      () -> await(Bool.FALSE))));
      goTo("look");
    }
  }
}
