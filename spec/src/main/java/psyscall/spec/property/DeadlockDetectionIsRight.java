package psyscall.spec.property;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.runtime.Throws;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Dead-lock detection fires only when nothing can run any more (W8).
final class DeadlockDetectionIsRight {
  static final String NAME = "deadlock-detection-is-right";

  private DeadlockDetectionIsRight() {}

  static Property of(RuntimeView view) {
    Bool wrong =
        view.endedIn(List.of(Throws.CHECKDEAD_RUNNABLE.name(), Throws.CHECKDEAD_COUNTS.name()));
    Bool reported = view.endedIn(List.of(Throws.ALL_ASLEEP.name(), Throws.NO_GOROUTINES.name()));
    return new Property.Always(
        new Property.About(
            NAME,
            "dead-lock detection fires only when no goroutine can run and every P is idle",
            "users saw healthy programs die of it (#6070, #40368, #59600)",
            view.cite("W8", "checkdead")),
        wrong.not().and(reported.implies(over(view))).term());
  }

  /// A goroutine of the system may be under way when the program's own are asleep.
  private static Bool over(RuntimeView view) {
    RuntimeState s = view.state();
    if (s.has(Feature.FORCE_GC)) {
      return G.IDS.forAll(gp -> s.programs.isSystem(s.g.at.of(gp)).or(rests(view, gp)));
    }
    return G.IDS.forAll(gp -> rests(view, gp)).and(P.IDS.forAll(q -> s.sched.pidle.has(q)));
  }

  private static Bool rests(RuntimeView view, Id<G> gp) {
    return view.rests(gp, view.state().g.status.of(gp).in(GStatus.Gwaiting, GStatus.Gdead));
  }
}
