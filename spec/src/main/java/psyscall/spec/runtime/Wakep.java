package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Starts one more thread to look for work, unless one spins already.
final class Wakep extends RuntimeProcedure {
  private final Startm startm;

  Wakep(RuntimeState state, Startm startm) {
    super(state, "wakep", "starts one more spinning thread, unless there is one");
    this.startm = startm;
  }

  @Override
  protected void body() {
    label("admit", "");
    when(
        sched.nmspinning.is(0),
        () -> {
          say("is admitted to start a spinning thread");
          set(sched.nmspinning, 1);
          call(startm, P.IDS.nil(), Bool.TRUE);
        },
        () -> say("finds that a thread spins already"));
  }
}
