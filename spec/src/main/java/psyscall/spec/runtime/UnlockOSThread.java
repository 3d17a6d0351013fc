package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.Locks;
import psyscall.spec.state.RuntimeState;

/// A goroutine unlocks itself from its thread; nothing happens if it is not locked: part of user
/// code's step.
final class UnlockOSThread extends RuntimeProcedure {
  UnlockOSThread(RuntimeState state) {
    super(state, "UnlockOSThread", "unlocks the running goroutine from its thread");
  }

  @Override
  protected void body() {
    say("unlocks its thread");
    Locks locks = state.locks();
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(locks.lockedExt.of(me()), false);
    clear(locks.lockedg.of(me()));
    clear(locks.lockedm.of(gp));
  }
}
