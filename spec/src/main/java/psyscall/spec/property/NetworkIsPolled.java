package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.IllFormed;

/// While all Ps are idle, a thread waits for the network if a goroutine does.
///
/// Without sysmon nobody else would bring the goroutine. Who is to look is decided where the last P
/// goes idle: in findrunnable (N14) and in handoffp (H9).
final class NetworkIsPolled {
  static final String NAME = "network-is-polled";

  private NetworkIsPolled() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    if (!s.has(Feature.POLLER)) {
      throw new IllFormed("the poller is not modelled: property=" + NAME);
    }
    Bool waits = s.poller().parked.isEmpty().not();
    Bool idle = P.IDS.forAll(q -> s.sched.pidle.has(q));
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but user code and the kernel can move, all Ps are idle and a goroutine"
                + " waits for the network, a thread blocks in the poller",
            "the goroutine's data has come and nobody looks, until sysmon does after 10 ms",
            view.cite("S7", "handoffp")),
        view.unlessThreadsLack(waits.and(idle).implies(s.poller().polling)).term());
  }
}
