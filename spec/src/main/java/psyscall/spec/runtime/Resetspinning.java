package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.release.Change;
import psyscall.spec.state.RuntimeState;

/// The thread has found work and spins no more; if it was the last that span, it starts another.
///
/// With [Change#WAKEP_LOOKS], wakep looks at nmspinning again, so others may have begun to spin, or
/// ceased to, between the two.
final class Resetspinning extends RuntimeProcedure {
  private final Wakep wakep;

  Resetspinning(RuntimeState state, Wakep wakep) {
    super(state, "resetspinning", "stops spinning; the last that span starts another");
    this.wakep = wakep;
  }

  @Override
  protected void body() {
    label("reset", "");
    say("spins no more: it has work");
    set(m.spinning.of(me()), false);
    nmspinningDown(Throws.RESETSPINNING_NMSPINNING);
    if (has(Change.WAKEP_LOOKS)) {
      call(wakep);
    } else {
      Bool last = sched.nmspinning.is(0);
      when(has(Change.NEEDSPINNING) ? last : last.and(npidle().moreThan(0)), () -> call(wakep));
    }
  }
}
