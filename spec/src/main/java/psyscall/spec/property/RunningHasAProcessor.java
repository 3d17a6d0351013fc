package psyscall.spec.property;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// A running goroutine's thread owns a P, so no more of them run than there are Ps (W7).
final class RunningHasAProcessor {
  static final String NAME = "running-has-a-processor";

  private RunningHasAProcessor() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    return new Property.Always(
        new Property.About(
            NAME,
            "a running goroutine is on a thread that owns a P",
            "caches of the P are written without a lock, by its owner only",
            view.cite("W7", "execute")),
        view.whileRunning(
                G.IDS.forAll(gp -> s.g.status.of(gp).is(GStatus.Grunning).implies(hasOne(s, gp))))
            .term());
  }

  private static Bool hasOne(RuntimeState s, Id<G> gp) {
    return s.g.m.of(gp).isSomeAnd(m -> s.m.p.of(m).isSomeAnd(q -> owns(s, m, q)));
  }

  private static Bool owns(RuntimeState s, Id<M> m, Id<P> q) {
    return s.lifecycle.owner.of(q).is(Owner.of(Holder.Running, m.known()));
  }
}
