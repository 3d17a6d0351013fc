package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Parks the thread until somebody leaves it a P.
///
/// The note has a memory: a wake-up that comes before the sleep is not lost (S20). Being woken for
/// garbage collection help is left out.
final class Stopm extends RuntimeProcedure {
  private final Acquirep acquirep;
  private final Checkdead checkdead;

  Stopm(RuntimeState state, Acquirep acquirep, Checkdead checkdead) {
    super(state, "stopm", "parks the thread until somebody leaves it a P");
    this.acquirep = acquirep;
    this.checkdead = checkdead;
  }

  @Override
  protected void body() {
    check(m.p.of(me()).isNil(), Throws.STOPM_HOLDING_P);
    check(m.spinning.of(me()).not(), Throws.STOPM_SPINNING);
    locked(
        () -> {
          add(sched.midle, me());
          call(checkdead);
        });

    label("park", "");
    say("wakes up and takes the P that was left to it");
    await(m.park.of(me()));
    set(m.park.of(me()), false);
    Id<P> q = follow("p", m.nextp.of(me()));
    call(acquirep, q);
    clear(m.nextp.of(me()));
  }
}
