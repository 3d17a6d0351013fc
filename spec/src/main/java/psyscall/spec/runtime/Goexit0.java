package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Locks;
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
    casgstatus(gp, GStatus.Gdead);
    set(g.preempt.of(gp), false);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    emit(goroutines.goDestroy, gp, me());
    if (state.has(Feature.LOCKED)) {
      endThreadIfLocked(gp);
    }
    become("Schedule");
  }

  /// The goroutine may have left its thread in a strange state, so the thread ends too.
  private void endThreadIfLocked(Id<G> gp) {
    Locks locks = state.locks();
    Bool locked = let("locked", locks.lockedm.of(gp).isSome());
    clear(locks.lockedm.of(gp));
    clear(locks.lockedg.of(me()));
    if (!has(Change.LOCKED_EXIT_STAYS_LOCKED)) {
      set(locks.lockedExt.of(me()), false);
    }
    when(
        locked,
        () -> {
          say("ends its goroutine, which is locked to it");
          become("Mexit");
        });
  }
}
