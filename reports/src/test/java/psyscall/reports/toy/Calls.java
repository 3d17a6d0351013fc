package psyscall.reports.toy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import psyscall.model.behavior.World;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Event;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A toy of the system-call protocol: threads enter and leave calls, sysmon takes their Ps and
/// hands them to idle threads.
///
/// Coming back reads the status of the P in one step and stores it in the next, where Go has one
/// compare-and-swap, so two threads can end up on one P.
public final class Calls {
  private static final Event STEAL =
      new Event("ProcSteal", List.of(new Sort.Field("p", P.IDS.sort())));

  private final Var pStatus = array("p.status", P.IDS, Sym.of(PStatus.class));
  private final Var pThread = array("p.m", P.IDS, M.IDS.opt());
  private final Var pOwner =
      new Var("p.owner", new Sort.ArrayOf(P.IDS.sort(), Owner.TYPE.sort()), Var.Role.GHOST);
  private final Var mProcessor = array("m.p", M.IDS, P.IDS.opt());
  private final Var mOld = array("m.oldp", M.IDS, P.IDS.opt());
  private final Var mNext = array("m.nextp", M.IDS, P.IDS.opt());
  private final Var mIdle = new Var("sched.midle", M.IDS.set().sort(), Var.Role.FIELD);
  private final Var counter = new Var("calls", new Sort.Range(0, 3), Var.Role.FIELD);

  private final Arr<P, Sym<PStatus>> status = handle(pStatus, P.IDS, Sym.of(PStatus.class));
  private final Arr<P, Opt<M>> threadOf = handle(pThread, P.IDS, M.IDS.opt());
  private final Arr<P, Rec<Owner>> owner = handle(pOwner, P.IDS, Owner.TYPE);
  private final Arr<M, Opt<P>> processorOf = handle(mProcessor, M.IDS, P.IDS.opt());
  private final Arr<M, Opt<P>> old = handle(mOld, M.IDS, P.IDS.opt());
  private final Arr<M, Opt<P>> next = handle(mNext, M.IDS, P.IDS.opt());
  private final IdSet<M> idle = new IdSet<>(new Term.Read(mIdle));
  private final Int calls = new Int(new Term.Read(counter));

  private static Var array(String name, Ids<?> index, Type<?> element) {
    return new Var(name, new Sort.ArrayOf(index.sort(), element.sort()), Var.Role.FIELD);
  }

  private static <K, E extends Expr> Arr<K, E> handle(Var variable, Ids<K> index, Type<E> element) {
    return new Arr<>(new Term.Read(variable), index, element);
  }

  /// Four threads and one P; M2 and M3 are never needed.
  ///
  /// @return the world
  public static World world() {
    return World.of(M.IDS.sort(), 4, P.IDS.sort(), 1);
  }

  /// The toy as rules.
  ///
  /// @return the specification
  public Specification specification() {
    Procedure exit = new Exitsyscall();
    List<Procedure> procedures = List.of(new Schedule(), new Usercode(exit), exit, new Retake());
    Protocol protocol =
        new Protocol(
            "calls",
            List.of(pStatus, pThread, pOwner, mProcessor, mOld, mNext, mIdle, counter),
            List.of(
                new Process(
                    "M",
                    Optional.of(M.IDS.sort()),
                    List.of("Schedule", "Usercode"),
                    new TreeMap<>(Map.of(0, "Usercode")),
                    false),
                Process.of("sysmon", Optional.empty(), List.of("Retake"))),
            procedures.stream()
                .map(Procedure::text)
                .collect(Collectors.toMap(ProcedureText::name, Function.identity())),
            new Start().text().opening());
    return Flattening.of(protocol);
  }

  /// The property that the toy violates.
  ///
  /// @return each P that a thread names as its own names that thread
  public Property.Always oneThread() {
    Term claim = M.IDS.forAll(m -> processorOf.of(m).isNilOr(p -> threadOf.of(p).is(m))).term();
    return new Property.Always(
        new Property.About(
            "one-thread",
            "each P that a thread names as its own names that thread",
            "two threads would use the queues and caches of one P at once",
            source("wirep")),
        claim);
  }

  private static Citation source(String function) {
    return new Citation("", List.of("1.10.8"), "runtime/proc.go", function);
  }

  private static Rec<Owner> owner(Holder holder, Id<M> thread) {
    return Owner.of(holder, thread.known());
  }

  /// M0 runs on P0, the others are idle.
  private final class Start extends Procedure {
    Start() {
      super("the initial state", source("schedinit"));
    }

    @Override
    protected void body() {
      Id<M> first = M.IDS.individual(0);
      Id<P> p = P.IDS.individual(0);
      set(status.of(p), PStatus.Prunning);
      set(threadOf.of(p), first);
      set(processorOf.of(first), p);
      set(owner.of(p), owner(Holder.Running, first));
      set(idle, M.IDS.all().minus(first));
    }
  }

  /// A thread without a P sleeps until it is given one.
  private final class Schedule extends Procedure {
    Schedule() {
      super("sleeps until there is a P", source("stopm"));
    }

    @Override
    protected void body() {
      Id<M> me = self(M.IDS);
      label("wake", "T4");
      await(next.of(me).isSome());
      Id<P> mine = follow("mine", next.of(me));
      say("wakes up and takes the P that it was given");
      clear(next.of(me));
      set(processorOf.of(me), mine);
      set(threadOf.of(mine), me);
      set(status.of(mine), PStatus.Prunning);
      set(owner.of(mine), owner(Holder.Running, me));
      become("Usercode");
    }
  }

  /// A thread with a P makes system calls.
  private final class Usercode extends Procedure {
    private final Procedure exit;

    Usercode(Procedure exit) {
      super("makes system calls", source("reentersyscall"));
      this.exit = exit;
    }

    @Override
    protected void body() {
      Id<M> me = self(M.IDS);
      label(StepKind.ENVIRONMENT, "enter", "E10");
      await(calls.lessThan(Int.of(3)));
      Id<P> mine = follow("mine", processorOf.of(me));
      say("begins a system call and keeps the P only in mind: from now on anyone may take it");
      set(calls, calls.plus(1));
      set(old.of(me), mine);
      clear(processorOf.of(me));
      clear(threadOf.of(mine));
      set(status.of(mine), PStatus.Psyscall);
      set(owner.of(mine), owner(Holder.Syscall, me));
      label(StepKind.ENVIRONMENT, "kernel", "K");
      say("comes back from the kernel");
      call(exit);
      label("again", "");
      goTo("enter");
    }
  }

  /// Comes back from a system call, with the mistake.
  private final class Exitsyscall extends Procedure {
    Exitsyscall() {
      super("takes the old P back or goes to sleep", source("exitsyscallfast"));
    }

    @Override
    protected void body() {
      Id<M> me = self(M.IDS);
      label("look", "F3");
      Id<P> was = follow("was", old.of(me));
      when(
          status.of(was).is(PStatus.Psyscall),
          () -> {
            say("finds its old P still in the system call");
            goTo("store");
          });
      say("finds that its old P is gone and goes to sleep");
      clear(old.of(me));
      add(idle, me);
      become("Schedule");
      label("store", "F4");
      Id<P> mine = follow("mine", old.of(me));
      say("takes its old P back");
      clear(old.of(me));
      set(processorOf.of(me), mine);
      set(threadOf.of(mine), me);
      set(status.of(mine), PStatus.Prunning);
      set(owner.of(mine), owner(Holder.Running, me));
      ret();
    }
  }

  /// Sysmon takes Ps out of system calls and hands them to idle threads.
  private final class Retake extends Procedure {
    private final Id<P> taken = local("taken", P.IDS.id());

    Retake() {
      super("takes Ps out of system calls", source("retake"));
    }

    @Override
    protected void body() {
      label(StepKind.POLLING, "take", "K5");
      IdSet<P> inCalls = P.IDS.where(p -> status.of(p).is(PStatus.Psyscall));
      await(inCalls.isEmpty().not());
      pick(
          "the P",
          inCalls,
          p -> {
            say("takes a P out of a system call");
            set(status.of(p), PStatus.Pidle);
            set(owner.of(p), Owner.of(Holder.Transit, M.IDS.nil()));
            set(taken, p);
            emit(STEAL, p);
          },
          () -> goTo("take"));
      label("give", "H1");
      await(idle.isEmpty().not());
      pick(
          "the idle M",
          idle,
          m -> {
            say("hands the P to an idle thread and wakes it");
            remove(idle, m);
            set(next.of(m), taken.known());
            set(owner.of(taken), owner(Holder.NextOf, m));
          },
          () -> goTo("give"));
      goTo("take");
    }
  }
}
