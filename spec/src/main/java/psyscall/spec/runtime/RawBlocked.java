package psyscall.spec.runtime;

import psyscall.spec.process.StepKind;
import psyscall.spec.state.Feature;
import psyscall.spec.state.RuntimeState;

/// A system call that tells nobody, with all signals blocked, as that which forks
/// ([Feature#SIGURG]).
///
/// A signal that is sent to the thread stays pending until the call is over.
final class RawBlocked extends RuntimeProcedure {
  RawBlocked(RuntimeState state) {
    super(
        state,
        "syscall/exec_linux.go",
        "forkAndExecInChild1",
        "a system call that tells nobody, with signals blocked");
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "kernel", "");
    say("comes back from the kernel and unblocks signals");
    handleSignal();
    become("UserCode");
  }
}
