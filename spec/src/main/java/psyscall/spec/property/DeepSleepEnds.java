package psyscall.spec.property;

import psyscall.spec.state.RuntimeState;

/// Witness: somebody wakes sysmon from its deep sleep.
final class DeepSleepEnds {
  static final String NAME = "deep-sleep-ends";

  private DeepSleepEnds() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "sysmon sleeps deeply and somebody wakes it",
            "without it the wake-ups of sysmon are not examined",
            view.cite("M4, S13", "sysmon")),
        s.sched.sysmonnote.term());
  }
}
