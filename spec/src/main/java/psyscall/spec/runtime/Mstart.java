package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// The life of a new thread begins: it takes the P that its creator left and schedules.
final class Mstart extends RuntimeProcedure {
  private final Acquirep acquirep;

  Mstart(RuntimeState state, Acquirep acquirep) {
    super(state, "mstart1", "a new thread takes the P that its creator left and schedules");
    this.acquirep = acquirep;
  }

  @Override
  protected void body() {
    label("start", "");
    say("starts, takes its P and schedules");
    await(m.nextp.of(me()).isSome());
    if (state.has(Feature.LOCKED)) {
      await(state.locks().newmHandoff.has(me()).not());
    }
    Id<P> q = follow("p", m.nextp.of(me()));
    call(acquirep, q);
    clear(m.nextp.of(me()));
    become("Schedule");
  }
}
