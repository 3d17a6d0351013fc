package psyscall.spec.runtime;

import psyscall.spec.state.RuntimeState;

/// Wakes sysmon from its deep sleep on the way into a system call.
final class EnterSyscallSysmon extends RuntimeProcedure {
  EnterSyscallSysmon(RuntimeState state) {
    super(state, "entersyscall_sysmon", "wakes sysmon on the way into a system call");
  }

  @Override
  protected void body() {
    label("wake", "W2");
    say("wakes sysmon if it still sleeps deeply");
    locked(this::wakeSysmon);
  }
}
