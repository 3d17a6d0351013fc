package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Asks the goroutines on running Ps to yield. Any of the requests can be lost: `preemptone` reads
/// three fields without a lock. Where requests are signals too, they arrive and are lost together.
final class Preemptall extends RuntimeProcedure {
  Preemptall(RuntimeState state) {
    super(state, "preemptall", "asks the running goroutines to yield; requests can be lost");
  }

  @Override
  protected void body() {
    IdSet<G> running =
        G.IDS.where(
            gp ->
                isToBeAsked(gp)
                    .and(
                        P.IDS.exists(
                            q ->
                                p.status
                                    .of(q)
                                    .is(PStatus.Prunning)
                                    .and(
                                        p.m
                                            .of(q)
                                            .isSomeAnd(
                                                mp ->
                                                    thread()
                                                        .is(mp)
                                                        .not()
                                                        .and(m.curg.of(mp).is(gp)))))));
    pickSubset(
        "the requests that arrive",
        running,
        asked -> {
          forAll(G.IDS, asked::has, g.preempt::of, _ -> Bool.TRUE);
          if (state.sendsSignals()) {
            forAll(
                M.IDS,
                mp -> m.curg.of(mp).isSomeAnd(asked::has),
                state.signals().pending::of,
                _ -> Bool.TRUE);
          }
        });
  }

  /// Who has been asked need not be asked again, but for the signal: the handler may have found no
  /// safe point.
  private Bool isToBeAsked(Id<G> gp) {
    Bool first = g.preempt.of(gp).not();
    return state.sendsSignals()
        ? first.or(
            M.IDS.exists(mp -> m.curg.of(mp).is(gp).and(state.signals().pending.of(mp).not())))
        : first;
  }
}
