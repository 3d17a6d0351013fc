package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Tries to leave a system call without the scheduler: the old P by compare-and-swap, else an idle
/// one.
///
/// In 1.10 `m.p` still names the old P. Winning the swap does not mean that nobody used it
/// meanwhile (S5). The test for a frozen world (F1) is left out: nothing freezes the world here.
final class ExitSyscallFast extends RuntimeProcedure {
  private final Acquirep acquirep;

  ExitSyscallFast(RuntimeState state, Acquirep acquirep) {
    super(
        state,
        "exitsyscallfast",
        "tries to leave a system call with the old P by compare-and-swap, else with an idle one");
    this.acquirep = acquirep;
  }

  @Override
  protected void body() {
    label("reacquire", "F3");
    // A failed test (F2) and a failed swap (F3) do the same, so the two reads are one step.
    ifSome(
        m.p.of(me()),
        q -> {
          when(
              p.status.of(q).is(PStatus.Psyscall),
              () -> {
                say("takes the P it remembers back by compare-and-swap");
                set(p.status.of(q), PStatus.Prunning);
                emit(processors.procReacquire, q, me());
                goTo("reacquired");
              });
          say("finds that the P it had is taken, and forgets it");
        },
        () -> say("has no P to take back"));
    clear(m.mcache.of(me()));
    clear(m.p.of(me()));
    set(m.syscalltickMoved.of(me()), false);
    goTo("pidle");

    label("reacquired", "F4");
    say("wires its old P again");
    Id<P> old = follow("p", m.p.of(me()));
    set(m.mcache.of(me()), old);
    set(p.m.of(old), me());
    emit(processors.procStart, old, me());
    if (state.has(Feature.RETAKE)) {
      when(m.syscalltickMoved.of(me()), () -> bumpSyscalltick(old));
      set(m.syscalltickMoved.of(me()), false);
    }
    ret("true");

    label("pidle", "F6");
    when(
        sched.pidle.isEmpty(),
        () -> {
          say("sees no idle P, without the lock");
          ret("false");
        });
    say("sees an idle P, without the lock");

    label("pidleget", "F7");
    locked(
        () ->
            pick(
                "the idle P",
                sched.pidle,
                q -> {
                  say("takes an idle P");
                  remove(sched.pidle, q);
                  wakeSysmon();
                  call(acquirep, q);
                  ret("true");
                },
                () -> {
                  say("finds no idle P under the lock");
                  ret("false");
                }));
  }
}
