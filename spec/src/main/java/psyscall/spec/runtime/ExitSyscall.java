package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Brings the goroutine back from a system call: with a P if one can be had at once, else through
/// the scheduler.
///
/// The wait for the tracer's tick (X9) is left out: there is no tracer.
final class ExitSyscall extends RuntimeProcedure {
  private final ExitSyscallFast exitSyscallFast;

  ExitSyscall(RuntimeState state, ExitSyscallFast exitSyscallFast) {
    super(state, "exitsyscall", "brings the goroutine back from a system call");
    this.exitSyscallFast = exitSyscallFast;
  }

  @Override
  protected void body() {
    call(
        exitSyscallFast,
        List.of(),
        new Exit("true", () -> goTo("running")),
        new Exit("false", () -> become("ExitSyscall0")));

    label("running", "X6");
    say("runs its goroutine on");
    Id<P> q = follow("p", m.p.of(me()));
    Id<G> gp = follow("gp", m.curg.of(me()));
    if (!has(Change.NO_MCACHE)) {
      check(m.mcache().of(me()).isSome(), Throws.LOST_MCACHE_FAST);
    }
    bumpSyscalltick(q);
    casgstatus(gp, GStatus.Grunning);
    set(g.syscallsp.of(gp), false);
    emit(goroutines.goSyscallExitFast, gp, me(), q);
  }
}
