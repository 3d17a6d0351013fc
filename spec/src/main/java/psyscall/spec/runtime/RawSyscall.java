package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.RuntimeState;

/// A system call that tells nobody: the goroutine stays running and keeps its P in the kernel
/// (S26).
///
/// Where requests to yield are sent as signals, one interrupts it: the handler finds no safe point,
/// so nothing comes of the request yet, and the kernel lets the call fail with EINTR, or begins it
/// again as if nothing had been. Which of the two is the call's nature in Linux and free here; one
/// that always begins again is as if signals were blocked.
final class RawSyscall extends RuntimeProcedure {
  RawSyscall(RuntimeState state) {
    super(state, "syscall/asm_linux_amd64.s", "RawSyscall", "a system call that tells nobody");
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "kernel", "");
    say("comes back from the kernel");
    handleSignal();
    become("UserCode");
    if (state.sendsSignals()) {
      interrupted();
    }
  }

  private void interrupted() {
    or(
        StepKind.PROTOCOL,
        "interrupted",
        new Citation(
            "", List.of(state.release().name()), "runtime/signal_unix.go", "doSigPreempt"));
    await(state.signals().pending.of(me()));
    handleSignal();
    either(
        "what becomes of the call",
        new Case(
            "EINTR",
            () -> {
              say("is interrupted by SIGURG: the call fails with EINTR");
              become("UserCode");
            }),
        new Case(
            "restart",
            () -> {
              say("is interrupted by SIGURG: the kernel begins the call again");
              goTo("kernel");
            }));
  }
}
