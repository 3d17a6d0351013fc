package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The slow way out of a system call, on the scheduler's stack: an idle P after all, else the
/// goroutine goes to the global queue and the thread parks.
///
/// No wake-up follows the put: under the lock there was no idle P, and every P that goes idle looks
/// at the global queue under the same lock (S9), start-the-world excepted.
final class ExitSyscall0 extends RuntimeProcedure {
  private final boolean readsBefore;
  private final Bool locked;
  private final Acquirep acquirep;
  private final Stopm stopm;
  private final Stoplockedm stoplockedm;

  ExitSyscall0(RuntimeState state, Acquirep acquirep, Stopm stopm, Stoplockedm stoplockedm) {
    super(state, "exitsyscall0", "the slow way out of a system call: an idle P, or the queue");
    this.readsBefore = state.has(Feature.LOCKED) && has(Change.EXIT_READS_LOCKEDM);
    this.locked = readsBefore ? local("locked", Bool.TYPE) : Bool.FALSE;
    this.acquirep = acquirep;
    this.stopm = stopm;
    this.stoplockedm = stoplockedm;
  }

  @Override
  protected void body() {
    label("runnable", "Z1");
    say("leaves its goroutine runnable, without a P");
    Id<G> gp = follow("gp", m.curg.of(me()));
    casgstatus(gp, GStatus.Grunnable);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    set(m.gp.of(me()), gp);
    emit(goroutines.goSyscallExitSlow, gp, me());

    label("pidleget", "Z3");
    locked(
        () ->
            pick(
                "the idle P",
                sched.pidle,
                q -> {
                  say("takes an idle P for its goroutine");
                  remove(sched.pidle, q);
                  wakeSysmon();
                  call(acquirep, q);
                  become("Execute");
                },
                () -> {
                  say("puts its goroutine into the global queue");
                  Id<G> queued = follow("gp", m.gp.of(me()));
                  add(sched.runq, queued);
                  if (readsBefore) {
                    set(locked, state.locks().lockedm.of(queued).isSome());
                  }
                  clear(m.gp.of(me()));
                }));

    label("stopm", "Z8");
    stopIfLocked();
    say("parks: it has no P");
    call(stopm);

    label("schedule", "Z8");
    say("goes to the scheduler");
    become("Schedule");
  }

  /// Z7: a locked thread waits for its goroutine. Whether it is one it reads from its own field, or
  /// has read from the goroutine's while nobody else could have that one.
  private void stopIfLocked() {
    if (!state.has(Feature.LOCKED)) {
      return;
    }
    Bool isLocked = readsBefore ? locked : state.locks().lockedg.of(me()).isSome();
    when(isLocked, () -> call(stoplockedm, List.of(), new Exit(RETURN, () -> become("Execute"))));
  }
}
