package psyscall.spec.runtime;

import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.Queue;
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
    IdSet<G> queued = queued(g0);
    switch (p.runq.of(p0)) {
      case Queue.AnyOrder<G>(IdSet<G> ids) -> set(ids, queued);
      case Queue.Ordered<G>(Fifo<G> ids, _) -> set(ids, inOrder(ids));
    }
    switch (sched.pidle) {
      case Queue.AnyOrder<P>(IdSet<P> ids) -> set(ids, others);
      case Queue.Ordered<P>(Fifo<P> ids, _) -> {
        Fifo<P> idle = ids.cleared();
        for (int at = 1; at < state.processors(); at++) {
          idle = idle.append(P.IDS.individual(at));
        }
        set(ids, idle);
      }
    }
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

  /// Of the same goroutines, the ones that were written first are first.
  private Fifo<G> inOrder(Fifo<G> queue) {
    Fifo<G> filled = queue.cleared();
    for (int at = 1; at < state.goroutines(); at++) {
      if (!state.programs.isSpawned(at) && !state.programs.isSystem(at)) {
        filled = filled.append(G.IDS.individual(at));
      }
    }
    return filled;
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
