package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Makes a parked goroutine runnable on the thread's own P, and has somebody look for work.
///
/// Which one, and that no other waker has it too, is the business of channels and locks: here the
/// pick and the change of its status are one step.
final class Ready extends Submitter {
  private final Id<G> gp = local("gp", G.IDS.id());

  Ready(RuntimeState state, Wakep wakep) {
    super(state, wakep, "runtime/proc.go", "ready", "makes a parked goroutine runnable");
  }

  @Override
  protected void body() {
    label("ready", "");
    IdSet<G> parked = G.IDS.where(this::isParked);
    pick(
        "the goroutine to ready",
        parked,
        waiting -> set(gp, waiting),
        () -> {
          say("finds no goroutine to ready");
          become("UserCode");
        });
    say("makes a parked goroutine runnable in its local queue");
    check(g.status.of(gp).is(GStatus.Gwaiting), Throws.READY_STATUS);
    check(g.status.of(gp).is(GStatus.Grunnable).not(), Throws.CASGSTATUS_WAITING);
    casgstatus(gp, GStatus.Grunnable);
    Id<P> q = follow("p", m.p.of(me()));
    runqput(q, gp);
    emit(goroutines.goUnblock, gp);

    wakeForIt();
  }

  /// Only polls ready those that wait for the network, only sysmon those of the system, only who
  /// gives it up those that wait for the semaphore of the world, and nobody those that wait for the
  /// sake of scanners.
  private Bool isParked(Id<G> waiting) {
    Bool parked = g.status.of(waiting).is(GStatus.Gwaiting);
    if (state.has(Feature.POLLER)) {
      parked = parked.and(state.poller().parked.has(waiting).not());
    }
    if (state.has(Feature.SCAN_BIT)) {
      parked = parked.and(g.waitsOnThread(waiting).not());
    }
    if (state.has(Feature.FORCE_GC)) {
      parked = parked.and(state.programs.isSystem(g.at.of(waiting)).not());
    }
    if (state.has(Feature.WORLDSEMA)) {
      parked = parked.and(state.worldsema().waiting.has(waiting).not());
    }
    return parked;
  }
}
