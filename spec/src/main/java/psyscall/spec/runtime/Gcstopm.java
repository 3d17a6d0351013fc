package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Stops the thread for stop-the-world; comes back when the world runs again and somebody gave it a
/// P.
final class Gcstopm extends RuntimeProcedure {
  private final Id<P> q = local("q", P.IDS.id());
  private final Releasep releasep;
  private final Stopm stopm;

  Gcstopm(RuntimeState state, Releasep releasep, Stopm stopm) {
    super(state, "gcstopm", "stops the thread for stop-the-world");
    this.releasep = releasep;
    this.stopm = stopm;
  }

  @Override
  protected void body() {
    label("release", "");
    say("gives up its P because the world is to stop");
    check(sched.gcwaiting, Throws.GCSTOPM_NOT_WAITING);
    when(
        m.spinning.of(me()),
        () -> {
          set(m.spinning.of(me()), false);
          nmspinningDown(Throws.GCSTOPM_NMSPINNING);
        });
    Id<P> mine = follow("p", m.p.of(me()));
    call(releasep, mine);
    set(q, mine);

    label("stop", "");
    say("counts its P as stopped");
    locked(
        () -> {
          set(p.status.of(q), PStatus.Pgcstop);
          emit(processors.procGcstop, q);
          stopwaitDown();
        });

    label("stopm", "");
    say("parks: the world is to stop");
    call(stopm);
  }
}
