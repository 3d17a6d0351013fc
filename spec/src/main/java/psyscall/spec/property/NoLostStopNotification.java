package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Who waits for the world to stop waits for a P that has not stopped, or is told.
///
/// A note that is set, or about to be, is a step of the protocol: the state is not quiet then.
final class NoLostStopNotification {
  static final String NAME = "no-lost-stop-notification";

  private NoLostStopNotification() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool open =
        s.sched
            .stopwait
            .moreThan(0)
            .and(P.IDS.exists(q -> s.p.status.of(q).is(PStatus.Pgcstop).not()));
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but user code and the kernel can move, a stop-the-world that still waits"
                + " counts a P, and some P has not stopped",
            "the stopper sleeps for ever in a world that has stopped; a thread in the kernel hides"
                + " it from every dead-lock check",
            view.cite("T8, S20, W4", "stopTheWorldWithSema")),
        M.IDS.exists(m -> view.at(m, "StopTheWorld", "wait")).implies(open).term());
  }
}
