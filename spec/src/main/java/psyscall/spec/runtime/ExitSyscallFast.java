package psyscall.spec.runtime;

import java.util.Optional;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Tries to leave a system call without the scheduler: the old P by compare-and-swap, else an idle
/// one.
///
/// In 1.10 `m.p` still names the old P. Since `m.oldp` names it ([Change#OLDP]), it is forgotten
/// before the swap (X2), and the P is idle, in no list, until it is wired. Winning the swap does
/// not mean that nobody used the P meanwhile (S5). The test for a frozen world (F1) is left out:
/// nothing freezes the world here.
final class ExitSyscallFast extends RuntimeProcedure {
  private final Optional<Id<P>> oldp;
  private final Acquirep acquirep;

  ExitSyscallFast(RuntimeState state, Acquirep acquirep) {
    super(
        state,
        "exitsyscallfast",
        "tries to leave a system call with the old P by compare-and-swap, else with an idle one");
    this.oldp = has(Change.OLDP) ? Optional.of(local("oldp", P.IDS.id())) : Optional.empty();
    this.acquirep = acquirep;
  }

  @Override
  protected void body() {
    reacquire();

    label("reacquired", "F4");
    say("wires its old P again");
    Id<P> old = oldp.orElseGet(() -> follow("p", m.p.of(me())));
    if (has(Change.OLDP)) {
      call(acquirep, old);
    } else {
      if (!has(Change.NO_MCACHE)) {
        set(m.mcache().of(me()), old);
      }
      set(p.m.of(old), me());
      emit(processors.procStart, old, me());
    }
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

  /// A failed test (F2) and a failed swap (F3) do the same, so the two reads are one step; since
  /// 1.12 it begins with a store to the thread's own field (X2).
  private void reacquire() {
    label("reacquire", "F3");
    ifSome(
        m.remembered().of(me()),
        q -> {
          if (has(Change.OLDP)) {
            clear(m.oldp().of(me()));
          }
          when(
              p.status.of(q).is(PStatus.Psyscall),
              () -> {
                say("takes the P it remembers back by compare-and-swap");
                set(p.status.of(q), has(Change.OLDP) ? PStatus.Pidle : PStatus.Prunning);
                emit(processors.procReacquire, q, me());
                oldp.ifPresent(local -> set(local, q));
                goTo("reacquired");
              });
          say("finds that the P it had is taken, and forgets it");
        },
        () -> say("has no P to take back"));
    if (!has(Change.OLDP)) {
      if (!has(Change.NO_MCACHE)) {
        clear(m.mcache().of(me()));
      }
      clear(m.p.of(me()));
    }
    set(m.syscalltickMoved.of(me()), false);
    goTo("pidle");
  }
}
