package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// Dead-lock detection by counting threads; the caller holds the lock.
///
/// Sysmon counts in `mnext` and in `nmsys`, which cancel. Goroutines of the system do not count at
/// all. The dead lock of the program is a final state, not an error of the runtime.
final class Checkdead extends RuntimeProcedure {
  Checkdead(RuntimeState state) {
    super(state, "checkdead", "dead-lock detection by counting threads, under the lock");
  }

  @Override
  protected void body() {
    if (!state.has(Feature.CHECKDEAD)) {
      return;
    }
    Int run = let("run", sched.allm.size().minus(sched.midle.size()).minus(sched.nmidlelocked));
    when(
        run.atMost(Int.of(0)),
        () -> {
          check(run.atLeast(0), Throws.CHECKDEAD_COUNTS);
          check(
              G.IDS.forAll(
                  gp -> uncounted(gp, g.status.of(gp).in(GStatus.Gwaiting, GStatus.Gdead))),
              Throws.CHECKDEAD_RUNNABLE);
          when(
              G.IDS.exists(gp -> counted(gp, g.status.of(gp).is(GStatus.Gwaiting))),
              () -> halt(Throws.ALL_ASLEEP),
              () -> halt(Throws.NO_GOROUTINES));
        });
  }

  private Bool uncounted(Id<G> gp, Bool claim) {
    return state.has(Feature.FORCE_GC) ? state.programs.isSystem(g.at.of(gp)).or(claim) : claim;
  }

  private Bool counted(Id<G> gp, Bool claim) {
    return state.has(Feature.FORCE_GC)
        ? state.programs.isSystem(g.at.of(gp)).not().and(claim)
        : claim;
  }
}
