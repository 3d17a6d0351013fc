package psyscall.spec.property;

import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// Witness: a thread on its way into a system call is about to wake sysmon (S12).
final class EntryWakesSysmon {
  static final String NAME = "entry-wakes-sysmon";

  private EntryWakesSysmon() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Sometimes(
        new Property.About(
            NAME,
            "a thread on its way into a system call is about to wake sysmon",
            "without it the wake-up on entry is not examined",
            view.cite("E7, S12", "entersyscall_sysmon")),
        s.sched.sysmonwait.and(M.IDS.exists(m -> view.at(m, "EnterSyscallSysmon", "wake"))).term());
  }
}
