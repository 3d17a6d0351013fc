package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// The `go` statement: makes a goroutine runnable on the thread's own P, and has somebody look for
/// work.
///
/// There are only so many goroutines; where none is left to be created nothing happens. Each is
/// created once.
final class Newproc extends Submitter {
  private final Id<G> newg = local("newg", G.IDS.id());

  Newproc(RuntimeState state, Wakep wakep) {
    super(state, wakep, "runtime/proc.go", "newproc1", "creates a goroutine");
  }

  @Override
  protected void body() {
    label("newg", "");
    IdSet<G> dead =
        G.IDS.where(
            gp -> g.status.of(gp).is(GStatus.Gdead).and(state.programs.isToBeSpawned(g.at.of(gp))));
    pick(
        "the goroutine to create",
        dead,
        gp -> set(newg, gp),
        () -> {
          say("finds no goroutine left to create");
          become("UserCode");
        });
    say("creates a goroutine in its local queue");
    check(g.status.of(newg).is(GStatus.Gdead), Throws.NEWPROC_STATUS);
    casgstatus(newg, GStatus.Grunnable);
    Id<P> q = follow("p", m.p.of(me()));
    runqput(q, newg);
    emit(goroutines.goCreate, newg);

    wakeForIt();
  }
}
