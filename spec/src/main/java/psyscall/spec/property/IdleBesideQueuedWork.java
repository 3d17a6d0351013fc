package psyscall.spec.property;

import psyscall.spec.state.RuntimeState;

/// Witness: a goroutine is in the global queue beside an idle P, if only in passing.
final class IdleBesideQueuedWork {
  static final String NAME = "idle-beside-queued-work";

  private IdleBesideQueuedWork() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a goroutine is in the global queue while a P is idle, if only in passing",
            "without it work conservation has nothing to bring together",
            view.cite("S16, L4", "goschedImpl")),
        s.sched.pidle.isEmpty().not().and(s.sched.runq.isEmpty().not()).term());
  }
}
