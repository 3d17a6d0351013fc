package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// While the world runs, sysmon does not sleep deeply beside a P in a system call.
///
/// What counts is where sysmon stands, not `sysmonwait`: who clears that and forgets the note has
/// lost the wake-up. A note that is set, or a thread on its way to set it, is a step of the
/// protocol: the state is not quiet then.
final class NoSyscallBesideDeepSleep {
  static final String NAME = "no-syscall-beside-deep-sleep";

  private NoSyscallBesideDeepSleep() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Bool deep = view.sysmonAt("Sysmon", "deepSleep");
    Bool calling = P.IDS.exists(q -> s.p.status.of(q).is(PStatus.Psyscall));
    return new Property.Quiet(
        new Property.About(
            NAME,
            "when nobody but user code and the kernel can move and the world runs, no P is in a"
                + " system call while sysmon sleeps deeply",
            "nobody would take the P out of a call that lasts, for up to 60 s",
            view.cite("M3, S12, S13", "sysmon")),
        Bool.all(s.sched.gcwaiting.not(), deep, calling).not().term());
  }
}
