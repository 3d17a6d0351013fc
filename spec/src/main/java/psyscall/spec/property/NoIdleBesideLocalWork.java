package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// No wake-up is lost while somebody computes: a P does not stay idle beside a queued goroutine.
///
/// Only local queues are named: for the global queue 1.10 breaks the claim natively (H10, #55160;
/// [WorkConservation]). Where goroutines yield, H10 reaches the local queues too: nobody is woken
/// for one that yields, and a batch brings it from the global queue into a local one.
/// `stop-with-slices` shows that. `hand-off-beside-spinner` shows a second bug: who hands a P off
/// relies on a spinning thread that has found its work already. Goroutines that have not run yet
/// are left out, since a scenario starts with them queued beside idle Ps; one of the system starts
/// parked.
final class NoIdleBesideLocalWork {
  static final String NAME = "no-idle-beside-local-work";

  private NoIdleBesideLocalWork() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool idle = s.sched.pidle.isEmpty().not();
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but user code and the kernel can move, no P is idle beside a goroutine in"
                + " a local queue",
            "a running goroutine hides a lost wake-up from every dead-lock check (S16, #45867)",
            view.cite("S16, L4", "findrunnable")),
        view.unlessThreadsLack(idle.and(localWork(s)).not()).term());
  }

  /// Whether a goroutine that has run before waits in a local queue.
  static Bool localWork(RuntimeState s) {
    return G.IDS.exists(gp -> started(s, gp).and(P.IDS.exists(q -> s.p.isQueued(q, gp))));
  }

  private static Bool started(RuntimeState s, Id<G> gp) {
    Bool moved = s.g.at.of(gp).in(s.programs.starts().toArray(String[]::new)).not();
    return s.has(Feature.FORCE_GC) ? moved.or(s.programs.isSystem(s.g.at.of(gp))) : moved;
  }
}
