package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Hands the P, just published as Psyscall, to the thread that is stopping the world.
///
/// The P is the one that the thread remembers: it may have been taken, or (ABA) be in another
/// thread's system call by now, hence the test of `stopwait` and the compare-and-swap (S3).
final class EnterSyscallGcwait extends RuntimeProcedure {
  EnterSyscallGcwait(RuntimeState state) {
    super(state, "entersyscall_gcwait", "hands the published P to the thread that stops the world");
  }

  @Override
  protected void body() {
    label("stop", "G2");
    locked(
        () -> {
          Id<P> q = follow("p", m.remembered().of(me()));
          when(
              sched.stopwait.moreThan(0).and(p.status.of(q).is(PStatus.Psyscall)),
              () -> {
                say("gives its P to the stopped world");
                set(p.status.of(q), PStatus.Pgcstop);
                steal(q);
                emit(processors.procGcstop, q);
                stopwaitDown();
              },
              () -> say("finds its P taken, or the stop over"));
        });
  }
}
