package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Steals half of another P's queue, rounded up: one goroutine to run now, the rest into the own
/// queue.
///
/// One step: the compare-and-swap of the victim's head decides. The queue is a set, so which ones
/// is a free pick.
final class Runqsteal extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());
  private final Id<P> victim = parameter("p2", P.IDS.id());

  Runqsteal(RuntimeState state) {
    super(state, "runqsteal", "steals half of another P's queue");
  }

  @Override
  protected void body() {
    Int size = let("size", p.runq.of(victim).size());
    Int half = let("n", size.minus(size.dividedBy(2)));
    pick(
        "the stolen goroutine",
        p.runq.of(victim),
        gp -> {
          remove(p.runq.of(victim), gp);
          set(m.gp.of(me()), gp);
        },
        () -> {});
    for (int taken = 1; taken < state.goroutines(); taken++) {
      when(
          half.moreThan(taken),
          () ->
              pick(
                  "a goroutine stolen with it",
                  p.runq.of(victim),
                  gp -> {
                    remove(p.runq.of(victim), gp);
                    keep(gp);
                  },
                  () -> {}));
    }
  }

  /// In Go's order the last of them runs and the others keep their order; of a set any does.
  private void keep(Id<G> gp) {
    if (state.has(Feature.ORDERED)) {
      add(p.runq.of(q), follow("gp", m.gp.of(me())));
      set(m.gp.of(me()), gp);
    } else {
      add(p.runq.of(q), gp);
    }
  }
}
