package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.Locks;
import psyscall.spec.state.RuntimeState;

/// Wires the running goroutine and its thread to each other: part of its caller's step, since only
/// the two of them write these fields.
final class DolockOSThread extends RuntimeProcedure {
  DolockOSThread(RuntimeState state) {
    super(state, "dolockOSThread", "wires the running goroutine and its thread to each other");
  }

  @Override
  protected void body() {
    Locks locks = state.locks();
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(locks.lockedExt.of(me()), true);
    set(locks.lockedg.of(me()), gp);
    set(locks.lockedm.of(gp), me());
  }
}
