package psyscall.spec.lifecycle;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.Procedure;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;

/// Where the lifecycle starts.
final class InitialLifecycle extends Procedure {
  private final LifecycleState state;

  InitialLifecycle(LifecycleState state) {
    super(
        "where the lifecycle starts",
        new Citation("", List.of(state.release.name()), "runtime/proc.go", "schedinit"));
    this.state = state;
  }

  @Override
  protected void body() {
    Id<M> m0 = M.IDS.individual(0);
    Id<P> p0 = P.IDS.individual(0);
    Id<G> g0 = G.IDS.individual(0);
    IdSet<P> others = P.IDS.all().minus(p0);
    set(state.owner.of(p0), Owner.of(Holder.Running, m0.known()));
    forAll(P.IDS, others::has, state.owner::of, _ -> Owner.of(Holder.IdleList, M.IDS.nil()));
    set(state.status.of(g0), GStatus.Grunning);
    set(state.thread.of(g0), m0);
  }
}
