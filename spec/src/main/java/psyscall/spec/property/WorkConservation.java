package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.RuntimeState;

/// No goroutine waits in a queue beside an idle P, whoever computes meanwhile.
///
/// 1.10.8 breaks it natively (H10, #55160). A computing goroutine is no excuse here: in Go it ends
/// the wait by the end of its time slice at the latest, which is why the claim is judged with
/// slices off. Goroutines that have not run yet are left out of the local queues, since a scenario
/// starts with them queued beside idle Ps; whoever is in the global queue has run.
final class WorkConservation {
  static final String NAME = "work-conservation";

  private WorkConservation() {}

  static Property of(RuntimeView view) {
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but user code and the kernel can move, no P is idle beside a goroutine in"
                + " the global or a local queue",
            "a goroutine waits although a P is free; only a time slice of 10 ms ends it (#55160,"
                + " #60693)",
            view.cite("L4, S16", "findrunnable")),
        view.unlessThreadsLack(idleBesideWork(view).not()).term());
  }

  /// Whether a P is idle while a goroutine waits in a queue.
  static Bool idleBesideWork(RuntimeView view) {
    RuntimeState s = view.state();
    return s.sched
        .pidle
        .isEmpty()
        .not()
        .and(s.sched.runq.isEmpty().not().or(NoIdleBesideLocalWork.localWork(s)));
  }
}
