package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// The count that stop-the-world waits for is right at every unlock (W4).
final class StopwaitCountsUnstopped {
  static final String NAME = "stopwait-counts-unstopped";

  private StopwaitCountsUnstopped() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Int unstopped = P.IDS.count(q -> s.p.status.of(q).is(PStatus.Pgcstop).not());
    Bool counted =
        s.sched.gcwaiting.choose(Bool.TYPE, s.sched.stopwait.is(unstopped), s.sched.stopwait.is(0));
    return new Property.Always(
        new Property.About(
            NAME,
            "while the world stops and the lock is free, stopwait is the number of Ps that have"
                + " not stopped; otherwise it is 0",
            "too high: the stop never ends; too low: it ends while somebody runs",
            view.cite("W4", "stopTheWorldWithSema")),
        view.whileRunning(s.sched.locked.or(counted)).term());
  }
}
