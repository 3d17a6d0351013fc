package psyscall.spec.runtime;

import psyscall.spec.process.StepKind;
import psyscall.spec.state.RuntimeState;

/// A system call that tells nobody: the goroutine stays running and keeps its P in the kernel
/// (S26).
final class RawSyscall extends RuntimeProcedure {
  RawSyscall(RuntimeState state) {
    super(state, "syscall/asm_linux_amd64.s", "RawSyscall", "a system call that tells nobody");
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "kernel", "");
    say("comes back from the kernel");
    become("UserCode");
  }
}
