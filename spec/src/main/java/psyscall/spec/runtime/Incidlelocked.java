package psyscall.spec.runtime;

import psyscall.spec.expr.Int;
import psyscall.spec.state.RuntimeState;

/// Counts one idle locked thread more or less; counting up looks for a dead lock.
final class Incidlelocked extends RuntimeProcedure {
  private final Int v = parameter("v", Int.range(-1, 1));
  private final Checkdead checkdead;

  Incidlelocked(RuntimeState state, Checkdead checkdead) {
    super(state, "incidlelocked", "counts one idle locked thread more or less");
    this.checkdead = checkdead;
  }

  @Override
  protected void body() {
    locked(
        () -> {
          when(
              v.moreThan(0),
              () -> say("pretends no more that one more thread runs"),
              () -> say("pretends that one more thread runs"));
          set(sched.nmidlelocked, sched.nmidlelocked.plus(v));
          when(v.moreThan(0), () -> call(checkdead));
        });
  }
}
