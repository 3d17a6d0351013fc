package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// A thread ends, because its locked goroutine has ended: it gives its P away and is no longer
/// counted.
///
/// Its id can be the next new thread's. That thread m0 sleeps for ever instead of ending is the
/// same: it is no longer counted either, and nobody wakes it.
final class Mexit extends RuntimeProcedure {
  private final Releasep releasep;
  private final Handoffp handoffp;
  private final Checkdead checkdead;

  Mexit(RuntimeState state, Releasep releasep, Handoffp handoffp, Checkdead checkdead) {
    super(state, "mexit", "ends the thread: it gives its P away and is no longer counted");
    this.releasep = releasep;
    this.handoffp = handoffp;
    this.checkdead = checkdead;
  }

  @Override
  protected void body() {
    label("handoff", "");
    say("gives its P away: it ends with its goroutine");
    check(sched.allm.has(me()), Throws.MEXIT_NOT_FOUND);
    Id<P> q = follow("p", m.p.of(me()));
    call(releasep, q);
    call(handoffp, q);

    label("freed", "");
    say("ends");
    locked(
        () -> {
          remove(sched.allm, me());
          call(checkdead);
        });
    if (has(Change.LOCKED_EXIT_STAYS_LOCKED)) {
      set(state.locks().lockedExt.of(me()), false);
    }
    become("Mstart");
  }
}
