package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.RuntimeState;

/// A user goroutine waits on a note: the one caller of `entersyscallblock` on Linux.
final class Notetsleepg extends RuntimeProcedure {
  private final EnterSyscallBlock enterSyscallBlock;
  private final ExitSyscall exitSyscall;

  Notetsleepg(RuntimeState state, EnterSyscallBlock enterSyscallBlock, ExitSyscall exitSyscall) {
    super(state, "runtime/lock_futex.go", "notetsleepg", "a user goroutine waits on a note");
    this.enterSyscallBlock = enterSyscallBlock;
    this.exitSyscall = exitSyscall;
  }

  @Override
  protected void body() {
    call(enterSyscallBlock);

    label(StepKind.ENVIRONMENT, "sleep", "");
    say("wakes up from its note");
    handleSignal();
    call(exitSyscall, List.of(), new Exit(RETURN, () -> become("UserCode")));
  }
}
