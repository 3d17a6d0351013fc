package psyscall.spec.runtime;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Sym;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.WorldSemaphore;

/// A goroutine runs user code: it starts the next operation of its program whenever it likes, and
/// at every point honours a request to yield.
///
/// 1.10 honours a request (newstack) only at a function's prologue, while the P runs and the thread
/// holds no lock; here every point of user code is a prologue.
final class UserCode extends RuntimeProcedure {
  private final LockedCallees locked;

  UserCode(RuntimeState state, LockedCallees locked) {
    super(state, "", "user code", "a goroutine runs user code");
    this.locked = locked;
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "run", "");
    Id<G> gp = follow("gp", m.curg.of(me()));
    Sym<String> at = let("at", g.at.of(gp));
    set(g.at.of(gp), state.programs.next(at));
    createTemplateThread(at);
    for (Op op : state.programs.ops()) {
      when(state.programs.demands(at, op), () -> begin(op, at));
    }
    if (state.programs.choose()) {
      List<Case> cases = new ArrayList<>();
      for (Op op : state.programs.ops()) {
        cases.add(
            new Case(
                op.name(),
                () -> {
                  await(state.programs.allows(at, op));
                  begin(op, at);
                }));
      }
      either("what the goroutine does", cases.toArray(Case[]::new));
    } else {
      await(Bool.FALSE);
    }

    or(
        StepKind.PROTOCOL,
        "preempted",
        new Citation("", List.of(state.release().name()), "runtime/stack.go", "newstack"));
    say("honours the request to yield");
    Id<G> asked = follow("gp", m.curg.of(me()));
    Id<P> q = follow("p", m.p.of(me()));
    await(g.preempt.of(asked).and(p.status.of(q).is(PStatus.Prunning)));
    become("GoschedImpl");
  }

  /// The second half of a lock, where a request to yield may come between the two.
  private void createTemplateThread(Sym<String> at) {
    if (state.programs.creates()) {
      when(
          state.programs.creates(at),
          () -> {
            call(locked.startTemplateThread);
            goTo("run");
          });
    }
  }

  /// `semacquire(&worldsema)`: who finds it taken parks, and tries the same again once woken.
  private void acquireWorld(Sym<String> at) {
    if (!state.has(Feature.WORLDSEMA)) {
      return;
    }
    WorldSemaphore sema = state.worldsema();
    Id<G> gp = follow("gp", m.curg.of(me()));
    when(
        sema.owner.isNilOr(owner -> owner.is(gp)),
        () -> set(sema.owner, gp),
        () -> {
          say("is about to wait for another that stops the world");
          set(g.at.of(gp), at);
          become("Semacquire");
        });
  }

  private void begin(Op op, Sym<String> at) {
    switch (op) {
      case COMPUTE -> {
        say("computes");
        goTo("run");
      }
      case SYSCALL -> {
        say("calls Syscall");
        become(GoRuntime.syscall(state));
      }
      case RAW_SYSCALL -> {
        say("calls RawSyscall");
        become("RawSyscall");
      }
      case BLOCK -> {
        say("waits on a note");
        become("Notetsleepg");
      }
      case GOSCHED -> {
        say("yields");
        become("GoschedImpl");
      }
      case PARK -> {
        say("is about to park");
        become("Gopark");
      }
      case READY -> {
        say("is about to ready a goroutine");
        become("Ready");
      }
      case STOP_THE_WORLD -> {
        acquireWorld(at);
        say("asks for the world to stop");
        become("StopTheWorld");
      }
      case FOR_EACH_P -> {
        acquireWorld(at);
        say("asks every P to run a function");
        become("ForEachP");
      }
      case LOCK -> {
        call(locked.lockOSThread, at);
        goTo("run");
      }
      case UNLOCK -> {
        call(locked.unlockOSThread);
        goTo("run");
      }
      case GO -> {
        say("is about to create a goroutine");
        become("Newproc");
      }
      case NETWAIT -> {
        say("waits for the network");
        become("Netpark");
      }
      case FORCE_GC -> {
        say("has collected garbage and is about to park");
        become("Gopark");
      }
      case EXIT -> {
        say("reaches its end");
        become("Goexit0");
      }
    }
  }
}
