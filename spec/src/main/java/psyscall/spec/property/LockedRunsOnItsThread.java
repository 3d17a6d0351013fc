package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.Locks;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// What `LockOSThread` promises. Where locked goroutines are not modelled it says nothing.
final class LockedRunsOnItsThread {
  static final String NAME = "locked-runs-on-its-thread";

  private LockedRunsOnItsThread() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool claim =
        s.has(Feature.LOCKED)
            ? G.IDS.forAll(gp -> goroutine(s, gp)).and(M.IDS.forAll(m -> thread(s, m)))
            : Bool.TRUE;
    return new Property.Always(
        new Property.About(
            NAME,
            "a locked goroutine runs on its thread only, and its thread runs no other",
            "it set the thread up for itself: a C library, a namespace, a signal mask",
            view.cite("", "stoplockedm")),
        view.whileRunning(claim).term());
  }

  private static Bool goroutine(RuntimeState s, Id<G> gp) {
    Locks locks = s.locks();
    return locks.lockedm.of(gp).isNilOr(m -> s.g.m.of(gp).isNil().or(s.g.m.of(gp).is(m)));
  }

  private static Bool thread(RuntimeState s, Id<M> m) {
    Locks locks = s.locks();
    return locks.lockedg.of(m).isNilOr(gp -> s.m.curg.of(m).isNil().or(s.m.curg.of(m).is(gp)));
  }
}
