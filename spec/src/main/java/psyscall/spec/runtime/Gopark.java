package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
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
    park(gp);
    become("Schedule");
  }
}
