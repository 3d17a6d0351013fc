package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// A parked thread holds nothing that others need (W3).
final class IdleThreadsHoldNothing {
  static final String NAME = "idle-threads-hold-nothing";

  private IdleThreadsHoldNothing() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Always(
        new Property.About(
            NAME,
            "a thread in the idle list has no P, no cache, no goroutine, does not spin and is not"
                + " being woken",
            "whatever it held would be out of reach until somebody wakes it by chance",
            view.cite("W3", "stopm")),
        view.whileRunning(M.IDS.forAll(m -> s.sched.midle.has(m).implies(empty(s, m)))).term());
  }

  private static Bool empty(RuntimeState s, Id<M> m) {
    return Bool.all(
        s.m.p.of(m).isNil(),
        s.m.mcache.of(m).isNil(),
        s.m.curg.of(m).isNil(),
        s.m.gp.of(m).isNil(),
        s.m.nextp.of(m).isNil(),
        s.m.spinning.of(m).not());
  }
}
