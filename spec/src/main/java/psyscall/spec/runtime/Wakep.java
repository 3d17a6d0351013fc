package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.release.Change;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Starts one more thread to look for work, unless one spins already.
///
/// With [Change#WAKEP_LOOKS] it looks itself what its callers looked at before. With
/// [Change#NEEDSPINNING] it takes the P itself, or leaves word that there was none.
final class Wakep extends RuntimeProcedure {
  private final Startm startm;

  Wakep(RuntimeState state, Startm startm) {
    super(state, "wakep", "starts one more spinning thread, unless there is one");
    this.startm = startm;
  }

  @Override
  protected void body() {
    if (has(Change.WAKEP_LOOKS)) {
      label("look", "");
      when(
          isWakeUpDue(),
          () -> say("sees that somebody should look for work"),
          () -> {
            say("sees that nobody need be woken");
            ret();
          });
    }

    label("admit", "");
    when(
        sched.nmspinning.is(0),
        () -> {
          say("is admitted to start a spinning thread");
          set(sched.nmspinning, 1);
          if (!has(Change.NEEDSPINNING)) {
            call(startm, P.IDS.nil(), Bool.TRUE);
          }
        },
        () -> {
          say("finds that a thread spins already");
          if (has(Change.NEEDSPINNING)) {
            ret();
          }
        });
    if (has(Change.NEEDSPINNING)) {
      pidlegetSpinning();
    }
  }

  private void pidlegetSpinning() {
    label("pidleget", go122("wakep"));
    locked(
        () ->
            pick(
                "the idle P",
                sched.pidle,
                q -> {
                  say("takes an idle P for the thread");
                  remove(sched.pidle, q);
                  emit(processors.procTake, q, thread());
                  call(startm, q.known(), Bool.TRUE);
                },
                () -> {
                  say("finds no idle P, leaves word and takes its spinning start back");
                  noIdleP();
                  nmspinningDown(Throws.WAKEP_NMSPINNING);
                }));
  }
}
