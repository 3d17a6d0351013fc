package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.G;
import psyscall.spec.state.Locks;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// The thread has found a goroutine that is locked to another: it hands that one the goroutine and
/// its own P, and parks.
///
/// In Go the goroutine is found again through `m.lockedg`; here it goes from hand to hand.
final class Startlockedm extends RuntimeProcedure {
  private final Releasep releasep;
  private final Incidlelocked incidlelocked;
  private final Stopm stopm;

  Startlockedm(RuntimeState state, Releasep releasep, Incidlelocked incidlelocked, Stopm stopm) {
    super(state, "startlockedm", "hands a locked goroutine and the P to the goroutine's thread");
    this.releasep = releasep;
    this.incidlelocked = incidlelocked;
    this.stopm = stopm;
  }

  @Override
  protected void body() {
    Locks locks = state.locks();
    label("count", "");
    Id<M> locked = follow("mp", locks.lockedm.of(follow("gp", m.gp.of(me()))));
    check(locked.is(me()).not(), Throws.STARTLOCKEDM_TO_ME);
    check(m.nextp.of(locked).isNil(), Throws.STARTLOCKEDM_NEXTP);
    call(incidlelocked, Int.of(-1));
    say("counts the thread of its locked goroutine as no longer idle");

    label("handoff", "");
    say("leaves its P and the locked goroutine to that thread and wakes it");
    Id<G> gp = follow("gp", m.gp.of(me()));
    Id<M> mp = follow("mp", locks.lockedm.of(gp));
    Id<P> q = follow("p", m.p.of(me()));
    call(releasep, q);
    set(m.nextp.of(mp), q);
    emit(processors.procLeave, q, mp);
    clear(m.gp.of(me()));
    set(m.gp.of(mp), gp);
    notewakeup(m.park.of(mp));

    label("stopm", "");
    say("parks: it has handed its P over");
    call(stopm);
  }
}
