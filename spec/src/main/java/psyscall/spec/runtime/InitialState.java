package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Where a scenario starts: M0 runs G0 on P0, the other goroutines are queued there, but for those
/// that others create; the other Ps are idle, the other threads not yet born.
final class InitialState extends RuntimeProcedure {
  InitialState(RuntimeState state) {
    super(state, "schedinit", "the start of a scenario");
  }

  @Override
  protected void body() {
    Id<M> m0 = M.IDS.individual(0);
    Id<P> p0 = P.IDS.individual(0);
    Id<G> g0 = G.IDS.individual(0);
    IdSet<P> others = P.IDS.all().minus(p0);
    set(sched.allm, m0.alone());
    set(m.p.of(m0), p0);
    if (!has(Change.NO_MCACHE)) {
      set(m.mcache().of(m0), p0);
    }
    set(m.curg.of(m0), g0);
    set(p.m.of(p0), m0);
    set(p.status.of(p0), PStatus.Prunning);
    set(g.status.of(g0), GStatus.Grunning);
    set(g.m.of(g0), m0);
    set(p.runq.of(p0), queued(g0));
    set(sched.pidle, others);
    for (int at = 0; at < state.goroutines(); at++) {
      Id<G> gp = G.IDS.individual(at);
      set(g.at.of(gp), state.programs.start(at));
      if (state.has(Feature.STUBS)) {
        set(state.stubs().token.of(gp), state.stubs().tokenOf(at));
      }
      if (state.programs.isSpawned(at)) {
        set(g.status.of(gp), GStatus.Gdead);
      }
    }
  }

  /// All but the first and those that others create; a goroutine of the system waits.
  private IdSet<G> queued(Id<G> first) {
    IdSet<G> queued = G.IDS.all().minus(first);
    for (int at = 0; at < state.goroutines(); at++) {
      if (state.programs.isSpawned(at)) {
        queued = queued.minus(G.IDS.individual(at));
      }
      if (state.programs.isSystem(at)) {
        Id<G> helper = G.IDS.individual(at);
        queued = queued.minus(helper);
        set(g.status.of(helper), GStatus.Gwaiting);
      }
    }
    return queued;
  }
}
