package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// At the end of forEachP every P has run the function exactly once.
final class SafePointRunsOnce {
  static final String NAME = "safe-point-runs-once";

  private SafePointRunsOnce() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool never = P.IDS.forAll(q -> s.lifecycle.safePointRuns.of(q).lessThan(2));
    Bool all = P.IDS.forAll(q -> s.lifecycle.safePointRuns.of(q).is(1));
    Bool end = M.IDS.exists(m -> view.at(m, "ForEachP", "end"));
    return new Property.Always(
        new Property.About(
            NAME,
            "no P runs the safe-point function twice, and at the end each has run it",
            "the collector counts on each P's caches being flushed, once",
            view.cite("S20, S21", "forEachP")),
        view.whileRunning(never.and(end.implies(all))).term());
  }
}
