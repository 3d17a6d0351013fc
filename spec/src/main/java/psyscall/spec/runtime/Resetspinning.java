package psyscall.spec.runtime;

import psyscall.spec.state.RuntimeState;

/// The thread has found work and spins no more; if it was the last that span, it starts another.
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
    when(sched.nmspinning.is(0).and(npidle().moreThan(0)), () -> call(wakep));
  }
}
