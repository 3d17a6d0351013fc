package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// The slow way out of a system call, on the scheduler's stack: an idle P after all, else the
/// goroutine goes to the global queue and the thread parks.
///
/// No wake-up follows the put: under the lock there was no idle P, and every P that goes idle looks
/// at the global queue under the same lock (S9), start-the-world excepted.
final class ExitSyscall0 extends RuntimeProcedure {
  private final Acquirep acquirep;
  private final Stopm stopm;

  ExitSyscall0(RuntimeState state, Acquirep acquirep, Stopm stopm) {
    super(state, "exitsyscall0", "the slow way out of a system call: an idle P, or the queue");
    this.acquirep = acquirep;
    this.stopm = stopm;
  }

  @Override
  protected void body() {
    label("runnable", "Z1");
    say("leaves its goroutine runnable, without a P");
    Id<G> gp = follow("gp", m.curg.of(me()));
    set(g.status.of(gp), GStatus.Grunnable);
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
                  add(sched.runq, follow("gp", m.gp.of(me())));
                  clear(m.gp.of(me()));
                }));

    label("stopm", "Z8");
    say("parks: it has no P");
    call(stopm);

    label("schedule", "Z8");
    say("goes to the scheduler");
    become("Schedule");
  }
}
