package psyscall.spec.property;

import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;

/// Witness: a goroutine comes back from a system call, finds no P and is queued.
final class SlowExitHappens {
  static final String NAME = "slow-exit-happens";

  private SlowExitHappens() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a goroutine comes back from a system call and is queued for want of a P",
            "without it the slow way out is not examined",
            view.cite("Z4", "exitsyscall0")),
        G.IDS.exists(gp -> s.sched.runq.has(gp).and(s.g.syscallsp.of(gp))).term());
  }
}
