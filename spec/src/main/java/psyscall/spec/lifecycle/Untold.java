package psyscall.spec.lifecycle;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.Procedure;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;

/// What is so of an individual of which nothing was told yet: a goroutine is dead, a P idle.
final class Untold extends Procedure {
  private final LifecycleState state;

  Untold(LifecycleState state) {
    super(
        "where a run that is told from outside starts",
        new Citation("", List.of(state.release.name()), "runtime/proc.go", "schedinit"));
    this.state = state;
  }

  @Override
  protected void body() {
    forAll(P.IDS, _ -> Bool.TRUE, state.owner::of, _ -> Owner.of(Holder.IdleList, M.IDS.nil()));
    forAll(
        G.IDS,
        _ -> Bool.TRUE,
        state.status::of,
        other -> state.status.of(other).constant(GStatus.Gdead));
  }
}
