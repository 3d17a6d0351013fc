package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The goroutine yields: it goes to the global queue. Nobody is woken for it (H10), but for
/// [Change#GOSCHED_WAKES].
///
/// `g.preempt` is cleared here already, and once more where it runs again: nobody can see it in
/// between.
final class GoschedImpl extends RuntimeProcedure {
  private final GoschedWakep goschedWakep;

  GoschedImpl(RuntimeState state, GoschedWakep goschedWakep) {
    super(state, "goschedImpl", "puts the running goroutine into the global queue");
    this.goschedWakep = goschedWakep;
  }

  @Override
  protected void body() {
    Id<G> gp = follow("gp", m.curg.of(me()));
    casgstatus(gp, GStatus.Grunnable);
    set(g.preempt.of(gp), false);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    set(m.gp.of(me()), gp);
    emit(goroutines.goStop, gp, me());

    label("put", "");
    say("puts its goroutine into the global queue");
    locked(() -> add(sched.runq, follow("gp", m.gp.of(me()))));
    clear(m.gp.of(me()));
    if (has(Change.GOSCHED_WAKES)) {
      call(goschedWakep, List.of(), new Exit(RETURN, () -> become("Schedule")));
    } else {
      become("Schedule");
    }
  }
}
