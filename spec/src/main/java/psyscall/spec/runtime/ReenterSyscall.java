package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Tells the scheduler that the goroutine enters a system call: after the publication the P is
/// anyone's who takes it by compare-and-swap.
final class ReenterSyscall extends RuntimeProcedure {
  private final EnterSyscallSysmon enterSyscallSysmon;
  private final RunSafePointFn runSafePointFn;
  private final EnterSyscallGcwait enterSyscallGcwait;

  ReenterSyscall(
      RuntimeState state,
      EnterSyscallSysmon enterSyscallSysmon,
      RunSafePointFn runSafePointFn,
      EnterSyscallGcwait enterSyscallGcwait) {
    super(state, "reentersyscall", "tells the scheduler that the goroutine enters a system call");
    this.enterSyscallSysmon = enterSyscallSysmon;
    this.runSafePointFn = runSafePointFn;
    this.enterSyscallGcwait = enterSyscallGcwait;
  }

  @Override
  protected void body() {
    label("enter", "E4");
    say("marks its goroutine as being in a system call");
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(g.syscallsp.of(gp), true);
    casgstatus(gp, GStatus.Gsyscall);
    emit(goroutines.goSyscallEnter, gp, me(), follow("p", m.p.of(me())));
    when(
        sched.sysmonwait,
        () -> {
          say("marks its goroutine as being in a system call; sysmon sleeps deeply");
          call(enterSyscallSysmon);
        });

    label("safePoint", "E8");
    Id<P> owing = follow("p", m.p.of(me()));
    when(
        p.runSafePointFn.of(owing),
        () -> {
          say("sees that its P owes the safe-point function");
          call(runSafePointFn);
        },
        () -> say("sees that its P owes no safe-point function"));

    // Nobody but preemptone looks at p.m in between, and that may lose its request anyway.
    label("publish", "E11");
    say("unwires its P and publishes it as Psyscall");
    Id<P> q = follow("p", m.p.of(me()));
    set(m.syscalltickMoved.of(me()), false);
    if (!has(Change.NO_MCACHE)) {
      clear(m.mcache().of(me()));
    }
    clear(p.m.of(q));
    if (has(Change.OLDP)) {
      set(m.oldp().of(me()), q);
      clear(m.p.of(me()));
    }
    set(p.status.of(q), PStatus.Psyscall);
    emit(processors.procPublish, q, me());

    label("gcwaiting", "E12");
    when(
        sched.gcwaiting,
        () -> {
          say("sees that the world is to stop");
          call(enterSyscallGcwait);
        },
        () -> say("sees that the world runs and enters the kernel"));
  }
}
