package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The goroutine has ended.
final class Goexit0 extends RuntimeProcedure {
  Goexit0(RuntimeState state) {
    super(state, "goexit0", "ends the running goroutine");
  }

  @Override
  protected void body() {
    label("dead", "");
    say("ends its goroutine");
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(g.status.of(gp), GStatus.Gdead);
    set(g.preempt.of(gp), false);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    emit(goroutines.goDestroy, gp, me());
    become("Schedule");
  }
}
