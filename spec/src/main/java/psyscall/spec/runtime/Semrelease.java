package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.WorldSemaphore;

/// Gives the semaphore of the world up, and readies one that waits for it.
///
/// In 1.10 the one that is readied has to try again, and may find it taken; with
/// [Change#SEMA_HANDOFF] it has the semaphore already. That the count is raised before a waiter is
/// looked for is one step: who takes it in between does as if it came before.
final class Semrelease extends Submitter {
  Semrelease(RuntimeState state, Wakep wakep) {
    super(state, wakep, "runtime/sema.go", "semrelease1", "gives the semaphore of the world up");
  }

  @Override
  protected void body() {
    WorldSemaphore sema = state.worldsema();
    label("release", "");
    pick(
        "the waiter",
        sema.waiting,
        gp -> {
          say("gives the semaphore of the world up and readies one that waits");
          remove(sema.waiting, gp);
          if (has(Change.SEMA_HANDOFF)) {
            set(sema.owner, gp);
          } else {
            clear(sema.owner);
          }
          casgstatus(gp, GStatus.Grunnable);
          Id<P> q = follow("p", m.p.of(me()));
          runqput(q, gp);
          emit(goroutines.goUnblock, gp);
        },
        () -> {
          say("gives the semaphore of the world up");
          clear(sema.owner);
          become("UserCode");
        });

    if (has(Change.WAKEP_LOOKS)) {
      label("wake", "");
      say("has somebody look for work");
    }
    wakeForIt();
  }
}
