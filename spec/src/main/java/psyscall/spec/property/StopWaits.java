package psyscall.spec.property;

import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// Witness: a stop-the-world waits for a P.
final class StopWaits {
  static final String NAME = "stop-waits";

  private StopWaits() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a stop-the-world waits for a P that has not stopped",
            "without it no notification of the stopper is examined",
            view.cite("T8", "stopTheWorldWithSema")),
        s.sched
            .stopwait
            .moreThan(0)
            .and(M.IDS.exists(m -> view.at(m, "StopTheWorld", "wait")))
            .term());
  }
}
