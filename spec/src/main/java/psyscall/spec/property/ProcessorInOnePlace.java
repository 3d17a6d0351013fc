package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// No P is lost and none has two owners: the ghost owner and the fields agree.
///
/// In 1.10 `m.p` stays set, stale, during a system call. A thread whose cache is gone only
/// remembers its P; it may write no field of it. Later `m.oldp` is that memory, and `m.p` means
/// what it says.
final class ProcessorInOnePlace {
  static final String NAME = "processor-in-one-place";

  private ProcessorInOnePlace() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool owners = P.IDS.forAll(q -> agrees(view, q));
    Bool wired =
        M.IDS.forAll(
            m ->
                Bool.all(
                    s.has(Change.OLDP) ? isMemoryApart(view, m) : isMemory(view, m),
                    s.m.nextp.of(m).isNilOr(q -> is(s, q, Holder.NextOf, m.known()))));
    return new Property.Always(
        new Property.About(
            NAME,
            "every P is in exactly one place, and its fields agree with its owner",
            "two owners write one P at once; a P with none is lost to the program",
            view.cite("W1, W2, W3", "acquirep1")),
        view.whileRunning(owners.and(wired)).term());
  }

  private static Bool agrees(RuntimeView view, Id<P> q) {
    RuntimeState s = view.state();
    Sym<Holder> holder = s.lifecycle.owner.of(q).get(Owner.HOLDER);
    Opt<M> thread = s.lifecycle.owner.of(q).get(Owner.THREAD);
    Bool listed = s.sched.pidle.has(q);
    Bool unwired = s.p.m.of(q).isNil();
    Sym<PStatus> status = s.p.status.of(q);
    Bool left = M.IDS.exists(m -> s.m.nextp.of(m).is(q));
    return Bool.all(
        holder.is(Holder.Running).implies(thread.isSomeAnd(m -> running(view, q, m))),
        holder.is(Holder.Syscall).implies(unwired.and(remembered(s, q))),
        holder.is(Holder.Syscall).is(status.is(PStatus.Psyscall)),
        holder.is(Holder.IdleList).is(listed),
        listed.implies(Bool.all(status.is(PStatus.Pidle), unwired, s.p.runq.of(q).isEmpty())),
        holder.is(Holder.NextOf).is(left),
        left.implies(status.is(PStatus.Pidle).and(unwired)),
        holder.is(Holder.Stopped).implies(status.is(PStatus.Pgcstop).and(unwired)),
        holder.is(Holder.Transit).implies(inHand(view, q, thread)));
  }

  private static Bool running(RuntimeView view, Id<P> q, Id<M> m) {
    RuntimeState s = view.state();
    Bool stopper = view.at(m, "StopTheWorld", "scan", "wait", "check", "stopped");
    Bool starter = view.at(m, "StartTheWorld", "netpoll", "begin");
    return Bool.all(
        runs(s, q, m),
        s.m.p.of(m).is(q),
        s.has(Change.NO_MCACHE) ? Bool.TRUE : s.m.mcache().of(m).is(q),
        s.p.status.of(q).is(PStatus.Pgcstop).is(stopper.or(starter)),
        s.p.status.of(q).in(PStatus.Pgcstop, PStatus.Prunning));
  }

  /// `m.p` is the P that the thread runs, or in a system call its memory.
  private static Bool isMemory(RuntimeView view, Id<M> m) {
    RuntimeState s = view.state();
    if (s.has(Change.NO_MCACHE)) {
      return s.m.p.of(m).isNilOr(q -> calls(view, m).or(runs(s, q, m)));
    }
    Bool bare = s.m.mcache().of(m).isNil();
    return s.m
        .p
        .of(m)
        .isNilOr(q -> bare.and(calls(view, m)).or(runs(s, q, m)))
        .and(s.m.p.of(m).isNil().implies(bare));
  }

  /// `m.p` is the P that the thread runs, `m.oldp` in a system call its memory.
  private static Bool isMemoryApart(RuntimeView view, Id<M> m) {
    RuntimeState s = view.state();
    Bool fields =
        s.m.p.of(m).isNilOr(q -> runs(s, q, m)).and(s.m.oldp().of(m).isNilOr(_ -> calls(view, m)));
    return s.has(Change.NO_MCACHE)
        ? fields
        : fields.and(s.m.p.of(m).isNil().implies(s.m.mcache().of(m).isNil()));
  }

  /// Only between the publication and the end of exitsyscallfast does a thread remember a P.
  private static Bool calls(RuntimeView view, Id<M> m) {
    return Bool.any(
        view.at(m, "ReenterSyscall", "gcwaiting"),
        view.at(m, "EnterSyscallGcwait", "stop"),
        inKernel(view, m),
        view.within(m, "ExitSyscallFast"));
  }

  private static Bool inKernel(RuntimeView view, Id<M> m) {
    return view.state().has(Feature.STUBS)
        ? view.at(m, "SyscallStub", view.state().stubs().inside().toArray(String[]::new))
        : view.at(m, "Syscall", "kernel");
  }

  private static Bool runs(RuntimeState s, Id<P> q, Id<M> m) {
    return s.p.m.of(q).is(m).and(is(s, q, Holder.Running, m.known()));
  }

  private static Bool is(RuntimeState s, Id<P> q, Holder holder, Opt<M> thread) {
    return s.lifecycle.owner.of(q).is(Owner.of(holder, thread));
  }

  private static Bool remembered(RuntimeState s, Id<P> q) {
    return M.IDS.exists(m -> s.m.remembers(m, q));
  }

  /// In a thread's hand: some local of the thread names it, and it is idle and unwired; but in 1.10
  /// it already runs at F4, and start-the-world parks the chosen thread in `p.m`.
  private static Bool inHand(RuntimeView view, Id<P> q, Opt<M> thread) {
    RuntimeState s = view.state();
    Bool idle = s.p.status.of(q).is(PStatus.Pidle);
    Bool unwired = s.p.m.of(q).isNil();
    Bool held =
        Bool.any(
            view.inLocal(thread, "Handoffp.p", q),
            view.inLocal(thread, "Startm.p", q),
            view.inLocal(thread, "Startm.q", q),
            view.inLocal(thread, "Newm.p", q),
            view.inLocal(thread, "Gcstopm.q", q),
            view.inLocal(thread, "Findrunnable.held", q),
            view.inLocal(thread, "StartTheWorld.rest", q));
    Bool chosen = view.inLocal(thread, "StartTheWorld.runnablePs", q);
    Bool regained =
        s.has(Change.OLDP)
            ? idle.and(view.inLocal(thread, "ExitSyscallFast.oldp", q))
            : s.p.status.of(q).is(PStatus.Prunning).and(wasRegained(view, q, thread));
    return Bool.any(Bool.all(idle, unwired, held), idle.and(chosen), unwired.and(regained));
  }

  private static Bool wasRegained(RuntimeView view, Id<P> q, Opt<M> thread) {
    return thread.isSomeAnd(
        m -> view.at(m, "ExitSyscallFast", "reacquired").and(view.state().m.p.of(m).is(q)));
  }
}
