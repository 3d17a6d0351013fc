package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;

/// No goroutine waits in a queue beside an idle P while nobody computes.
///
/// A thread in user code is an excuse: it will come to the scheduler and find the goroutine. A
/// thread in the kernel is none, since a call may last for ever and its end helps only its own
/// goroutine.
final class WorkConservationAtRest {
  static final String NAME = "work-conservation-at-rest";

  private WorkConservationAtRest() {}

  static Property of(RuntimeView view) {
    Bool busy = M.IDS.exists(m -> view.within(m, "UserCode"));
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but the kernel can move, and no thread runs user code, no P is idle beside"
                + " a goroutine in the global or a local queue",
            "the goroutine waits for as long as others are in the kernel; a thread there hides it"
                + " from every dead-lock check",
            view.cite("L4, S9", "handoffp")),
        view.unlessThreadsLack(WorkConservation.idleBesideWork(view).implies(busy)).term());
  }
}
