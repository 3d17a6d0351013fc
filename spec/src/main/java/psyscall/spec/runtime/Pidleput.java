package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Puts a P into the idle list; the caller holds the lock.
final class Pidleput extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());

  Pidleput(RuntimeState state) {
    super(state, "pidleput", "puts a P into the idle list, under the lock");
  }

  @Override
  protected void body() {
    check(p.runqempty(q), Throws.PIDLEPUT_RUNQ);
    add(sched.pidle, q);
    emit(processors.procIdle, q);
  }
}
