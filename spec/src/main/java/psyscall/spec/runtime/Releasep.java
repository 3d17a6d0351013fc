package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Unwires a P from its thread, which then holds it in limbo: part of its caller's step.
final class Releasep extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());

  Releasep(RuntimeState state) {
    super(state, "releasep", "unwires the thread's P; the thread holds it in limbo");
  }

  @Override
  protected void body() {
    Bool any = m.p.of(me()).isSome();
    Bool own = p.m.of(q).is(me());
    if (!has(Change.NO_MCACHE)) {
      any = any.and(m.mcache().of(me()).isSome());
      own = own.and(m.mcache().of(me()).is(q));
    }
    check(any, Throws.RELEASEP_ARG);
    check(own.and(p.status.of(q).is(PStatus.Prunning)), Throws.RELEASEP_STATE);
    clear(m.p.of(me()));
    if (!has(Change.NO_MCACHE)) {
      clear(m.mcache().of(me()));
    }
    clear(p.m.of(q));
    set(p.status.of(q), PStatus.Pidle);
    emit(processors.procStop, q, me());
  }
}
