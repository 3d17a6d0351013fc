package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// In a stopped world only the stopper runs.
final class StoppedWorldRunsNobody {
  static final String NAME = "stopped-world-runs-nobody";

  private StoppedWorldRunsNobody() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool claim =
        M.IDS.forAll(
            m -> {
              Bool stopped = view.at(m, "StopTheWorld", "stopped");
              Bool alone =
                  G.IDS.forAll(
                      gp -> s.g.status.of(gp).is(GStatus.Grunning).implies(s.g.m.of(gp).is(m)));
              Bool all = P.IDS.forAll(q -> s.p.status.of(q).is(PStatus.Pgcstop));
              return stopped.implies(alone.and(all));
            });
    return new Property.Always(
        new Property.About(
            NAME,
            "while the world is stopped every P is Pgcstop and only the stopper's G runs",
            "the collector would change memory under a running goroutine",
            view.cite("T9, W7", "stopTheWorldWithSema")),
        view.whileRunning(claim).term());
  }
}
