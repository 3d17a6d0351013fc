package psyscall.spec.runtime;

import psyscall.spec.state.RuntimeState;

/// Creates the template thread that was announced, and locks the goroutine to its thread: part of
/// user code's step.
///
/// That the template thread takes part in the count of threads for a moment is left out.
final class StartTemplateThread extends RuntimeProcedure {
  private final DolockOSThread dolockOSThread;

  StartTemplateThread(RuntimeState state, DolockOSThread dolockOSThread) {
    super(state, "startTemplateThread", "creates the template thread, for a goroutine that locks");
    this.dolockOSThread = dolockOSThread;
  }

  @Override
  protected void body() {
    say("creates the template thread and locks its thread");
    set(state.locks().templateThread, true);
    call(dolockOSThread);
  }
}
