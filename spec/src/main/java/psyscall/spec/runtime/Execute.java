package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.StubState;

/// Runs a goroutine on the thread.
///
/// A goroutine that was inside a system call goes on behind `exitsyscall`'s way through the
/// scheduler (X12), in the same step: it meets no other shared field before user code.
final class Execute extends RuntimeProcedure {
  Execute(RuntimeState state) {
    super(state, "execute", "runs a goroutine on the thread");
  }

  @Override
  protected void body() {
    label("run", "");
    say("runs a goroutine");
    Id<G> gp = follow("gp", m.gp.of(me()));
    Id<P> q = follow("p", m.p.of(me()));
    set(g.status.of(gp), GStatus.Grunning);
    set(g.preempt.of(gp), false);
    set(m.curg.of(me()), gp);
    set(g.m.of(gp), me());
    clear(m.gp.of(me()));
    emit(goroutines.goStart, gp, me(), q);
    when(
        g.syscallsp.of(gp),
        () -> {
          if (!has(Change.NO_MCACHE)) {
            check(m.mcache().of(me()).isSome(), Throws.LOST_MCACHE_SLOW);
          }
          set(g.syscallsp.of(gp), false);
          bumpSyscalltick(q);
        });
    if (state.has(Feature.STUBS)) {
      when(
          state.stubs().resume.of(gp).is(StubState.nowhere()).not(),
          () -> become(GoRuntime.syscall(state)));
    }
    become("UserCode");
  }
}
