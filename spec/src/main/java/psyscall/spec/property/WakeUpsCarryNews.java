package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// Each stop and each start happens once: a note that is set means what it says.
final class WakeUpsCarryNews {
  static final String NAME = "wake-ups-carry-news";

  private WakeUpsCarryNews() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool park = M.IDS.forAll(m -> s.m.park.of(m).implies(s.m.nextp.of(m).isSome()));
    Bool stop = s.sched.stopnote.implies(s.sched.gcwaiting.and(s.sched.stopwait.is(0)));
    Bool safe = s.sched.safePointNote.implies(s.sched.safePointFn.and(s.sched.safePointWait.is(0)));
    Bool sysmon = s.sched.sysmonnote.implies(s.sched.sysmonwait.not());
    return new Property.Always(
        new Property.About(
            NAME,
            "a thread is woken with a P left for it, the stopper when all have stopped, forEachP"
                + " when all have run the function, sysmon once",
            "a note left set, or set twice, ends the next wait at once",
            view.cite("S13, S14, S20", "runtime/lock_futex.go", "notewakeup")),
        view.whileRunning(Bool.all(park, stop, safe, sysmon)).term());
  }
}
