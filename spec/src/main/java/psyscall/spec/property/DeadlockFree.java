package psyscall.spec.property;

import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The runtime never comes to rest with something left to do.
final class DeadlockFree {
  static final String NAME = "deadlock-free";

  private DeadlockFree() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.DeadlockFree(
        new Property.About(
            NAME,
            "the runtime never comes to rest with a goroutine left to run",
            "a P or a wake-up lost to all shows as a rest that nobody ends; one that a computing"
                + " goroutine hides is found by no-idle-beside-local-work",
            view.cite("S7, S16, S20", "findrunnable")),
        view.unlessThreadsLack(
                G.IDS.forAll(
                    gp -> view.rests(gp, s.g.status.of(gp).in(GStatus.Gwaiting, GStatus.Gdead))))
            .term());
  }
}
