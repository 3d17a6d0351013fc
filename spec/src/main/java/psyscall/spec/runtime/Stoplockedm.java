package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Locks;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Parks a locked thread until another thread hands it its goroutine and a P.
///
/// It hands its own P off first. The wake-up may come before the sleep, and even before the thread
/// is counted as idle: the note has a memory (S20).
final class Stoplockedm extends RuntimeProcedure {
  private final Releasep releasep;
  private final Handoffp handoffp;
  private final Incidlelocked incidlelocked;
  private final Acquirep acquirep;

  Stoplockedm(
      RuntimeState state,
      Releasep releasep,
      Handoffp handoffp,
      Incidlelocked incidlelocked,
      Acquirep acquirep) {
    super(state, "stoplockedm", "parks a locked thread until it gets its goroutine and a P");
    this.releasep = releasep;
    this.handoffp = handoffp;
    this.incidlelocked = incidlelocked;
    this.acquirep = acquirep;
  }

  @Override
  protected void body() {
    Locks locks = state.locks();
    check(
        locks.lockedg.of(me()).isSomeAnd(gp -> locks.lockedm.of(gp).is(me())),
        Throws.STOPLOCKEDM_INCONSISTENT);
    ifSome(
        m.p.of(me()),
        q -> {
          say("hands its P off: its goroutine is locked to it");
          call(releasep, q);
          call(handoffp, List.of(q), new Exit(RETURN, () -> goTo("idle")));
        },
        () -> say("has no P to hand off: its goroutine is locked to it"));

    label("idle", "");
    call(incidlelocked, Int.of(1));
    say("counts as a locked thread that is idle");

    label("park", "");
    say("wakes up and takes its goroutine and the P that came with it");
    await(m.park.of(me()));
    set(m.park.of(me()), false);
    check(
        locks.lockedg.of(me()).isSomeAnd(gp -> g.status.of(gp).is(GStatus.Grunnable)),
        Throws.STOPLOCKEDM_NOT_RUNNABLE);
    Id<P> q = follow("p", m.nextp.of(me()));
    call(acquirep, q);
    clear(m.nextp.of(me()));
  }
}
