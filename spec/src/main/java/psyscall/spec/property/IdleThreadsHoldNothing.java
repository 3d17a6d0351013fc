package psyscall.spec.property;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
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
    List<Bool> claims = new ArrayList<>();
    claims.add(s.m.p.of(m).isNil());
    if (s.has(Change.OLDP)) {
      claims.add(s.m.oldp().of(m).isNil());
    }
    if (!s.has(Change.NO_MCACHE)) {
      claims.add(s.m.mcache().of(m).isNil());
    }
    claims.add(s.m.curg.of(m).isNil());
    claims.add(s.m.gp.of(m).isNil());
    claims.add(s.m.nextp.of(m).isNil());
    claims.add(s.m.spinning.of(m).not());
    return Bool.all(claims.toArray(Bool[]::new));
  }
}
