package psyscall.spec.property;

import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.Queue;
import psyscall.spec.state.RuntimeState;

/// No G is lost and none is run twice.
final class GoroutineInOnePlace {
  static final String NAME = "goroutine-in-one-place";

  private GoroutineInOnePlace() {}

  static Property of(RuntimeView view) {
    return new Property.Always(
        new Property.About(
            NAME,
            "every G is in exactly one queue, or one thread's hand, or on one thread, or parked,"
                + " or ended",
            "a G in two places runs twice on one stack; a G in none never runs again",
            view.cite("W6", "execute")),
        view.whileRunning(claim(view)).term());
  }

  private static Bool claim(RuntimeView view) {
    RuntimeState s = view.state();
    Bool placed = G.IDS.forAll(gp -> placed(view, gp));
    return s.has(Feature.ORDERED)
        ? placed.and(isOnce(s.sched.runq)).and(P.IDS.forAll(q -> isOnce(s.p.runq.of(q))))
        : placed;
  }

  /// A set has nobody twice, a queue could.
  private static Bool isOnce(Queue<G> queue) {
    return queue.size().is(queue.elements().size());
  }

  private static Bool placed(RuntimeView view, Id<G> gp) {
    RuntimeState s = view.state();
    boolean injects = s.has(Feature.POLLER) || s.has(Feature.FORCE_GC);
    return injects ? placedOrListed(view, gp) : placed(s, gp, Optional.empty());
  }

  /// A goroutine that becomes runnable through a list is in one list until it is queued; the poller
  /// knows those that it brought as long as they wait.
  private static Bool placedOrListed(RuntimeView view, Id<G> gp) {
    RuntimeState s = view.state();
    Int lists =
        view.listing("Injectglist.glist", gp)
            .plus(view.listing("Netpoll.list", gp))
            .plus(view.listing("Sysmon.list", gp));
    if (s.has(Feature.SCAN_BIT)) {
      lists = lists.plus(view.listing("Findrunnable.list", gp));
    }
    Bool waits = s.g.status.of(gp).is(GStatus.Gwaiting);
    Bool runnable = s.g.status.of(gp).is(GStatus.Grunnable);
    Bool listed =
        Bool.all(waits.implies(lists.atMost(Int.of(1))), waits.or(runnable).or(lists.is(0)));
    Bool everywhere = placed(s, gp, Optional.of(lists)).and(listed);
    return s.has(Feature.POLLER) ? everywhere.and(known(s, gp, waits, lists)) : everywhere;
  }

  private static Bool known(RuntimeState s, Id<G> gp, Bool waits, Int lists) {
    Bool parked = s.poller().parked.has(gp);
    Bool brought = s.poller().brought.has(gp);
    return Bool.all(parked.implies(waits), brought.is(parked.and(lists.is(1))));
  }

  private static Bool placed(RuntimeState s, Id<G> gp, Optional<Int> lists) {
    Int queues = s.p.places(gp);
    Int global = s.sched.runq.has(gp).choose(Int.range(0, 1), Int.of(1), Int.of(0));
    Int hands = M.IDS.count(m -> s.m.gp.of(m).is(gp));
    Int threads = M.IDS.count(m -> s.m.curg.of(m).is(gp));
    Int waiting = queues.plus(global).plus(hands);
    Bool runnable = s.g.status.of(gp).is(GStatus.Grunnable);
    Bool onThread = s.g.status.of(gp).in(GStatus.Grunning, GStatus.Gsyscall);
    if (s.has(Feature.SCAN_BIT)) {
      onThread = onThread.or(s.g.waitsOnThread(gp));
    }
    return Bool.all(
        runnable.choose(Bool.TYPE, lists.map(waiting::plus).orElse(waiting).is(1), waiting.is(0)),
        onThread.choose(Bool.TYPE, threads.is(1), threads.is(0)),
        onThread.is(s.g.m.of(gp).isSome()),
        s.g.m.of(gp).isNilOr(m -> s.m.curg.of(m).is(gp)));
  }
}
