package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Wires an idle P that the thread holds to the thread: part of its caller's step, since only the
/// owner looks at these fields.
final class Acquirep extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());

  Acquirep(RuntimeState state) {
    super(state, "acquirep", "wires a P that the thread holds to the thread");
  }

  @Override
  protected void body() {
    Bool bare = m.p.of(me()).isNil();
    check(
        has(Change.NO_MCACHE) ? bare : bare.and(m.mcache().of(me()).isNil()),
        Throws.ACQUIREP_ALREADY);
    check(p.m.of(q).isNil().and(p.status.of(q).is(PStatus.Pidle)), Throws.ACQUIREP_STATE);
    set(m.p.of(me()), q);
    set(p.m.of(q), me());
    set(p.status.of(q), PStatus.Prunning);
    if (!has(Change.NO_MCACHE)) {
      set(m.mcache().of(me()), q);
    }
    emit(processors.procStart, q, me());
  }
}
