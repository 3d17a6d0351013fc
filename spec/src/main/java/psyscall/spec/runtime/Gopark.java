package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The goroutine parks until somebody readies it.
final class Gopark extends RuntimeProcedure {
  Gopark(RuntimeState state) {
    super(state, "gopark", "parks the running goroutine until somebody readies it");
  }

  @Override
  protected void body() {
    label("park", "");
    say("parks its goroutine");
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(g.status.of(gp), GStatus.Gwaiting);
    set(g.preempt.of(gp), false);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    emit(goroutines.goBlock, gp, me());
    become("Schedule");
  }
}
