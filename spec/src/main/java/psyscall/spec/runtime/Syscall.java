package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.RuntimeState;

/// A system call that tells the scheduler: `entersyscall`, the instruction, `exitsyscall`.
///
/// The kernel is an adversary: it returns whenever it likes, or never.
final class Syscall extends RuntimeProcedure {
  private final ReenterSyscall reenterSyscall;
  private final ExitSyscall exitSyscall;

  Syscall(RuntimeState state, ReenterSyscall reenterSyscall, ExitSyscall exitSyscall) {
    super(state, "syscall/asm_linux_amd64.s", "Syscall", "a system call that tells the scheduler");
    this.reenterSyscall = reenterSyscall;
    this.exitSyscall = exitSyscall;
  }

  @Override
  protected void body() {
    call(reenterSyscall);

    label(StepKind.ENVIRONMENT, "kernel", "");
    say("comes back from the kernel");
    handleSignal();
    call(exitSyscall, List.of(), new Exit(RETURN, () -> become("UserCode")));
  }
}
