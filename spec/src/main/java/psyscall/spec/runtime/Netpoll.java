package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.Poller;
import psyscall.spec.state.RuntimeState;

/// The part of findrunnable in which a thread without work blocks in the poller (N14), unless
/// another does; it comes back with goroutines, and takes a P if one is idle.
///
/// It comes back only when the network has brought somebody, since there are no timers. The end of
/// the poll and the store to `lastpoll` are one step.
final class Netpoll extends RuntimeProcedure {
  /// The exit with a P and a goroutine to run.
  static final String FOUND = "found";

  private final IdSet<G> list = local("list", G.IDS.set());
  private final Poller poller;
  private final Acquirep acquirep;
  private final Injectglist injectglist;

  Netpoll(RuntimeState state, Acquirep acquirep, Injectglist injectglist) {
    super(state, "findrunnable", "blocks in the network poller, unless a thread does already");
    this.poller = state.poller();
    this.acquirep = acquirep;
    this.injectglist = injectglist;
  }

  @Override
  protected void body() {
    when(
        poller.waiters.not().or(poller.polling),
        () -> {
          say("need not block: nobody waits for the network, or a thread polls already");
          ret();
        });
    say("goes to block in the poller");
    check(m.p.of(me()).isNil().and(m.spinning.of(me()).not()), Throws.FINDRUNNABLE_POLL);
    set(poller.polling, true);

    label(StepKind.ENVIRONMENT, "polling", "N14");
    say("is woken by the network");
    pickSubset(
        "what the network brings",
        poller.waiting(),
        some -> {
          await(some.isEmpty().not());
          set(poller.brought, poller.brought.union(some));
          set(list, some);
        });
    set(poller.polling, false);

    label("polled", "N14");
    locked(() -> pick("the idle P", sched.pidle, this::withP, this::withoutP));
    if (state.has(Feature.SCAN_BIT)) {
      label("ready", "N14");
      readyKept(list, () -> ret(FOUND));
    }
  }

  private void withP(Id<P> idle) {
    remove(sched.pidle, idle);
    call(acquirep, idle);
    pick(
        "the first goroutine",
        list,
        first -> {
          say("takes an idle P and one of those that the network has brought");
          if (state.has(Feature.SCAN_BIT)) {
            readyLast(first);
            return;
          }
          makeRunnable(first);
          set(m.gp.of(me()), first);
          call(injectglist, List.of(list.minus(first)), new Exit(RETURN, () -> ret(FOUND)));
        },
        () -> await(Bool.FALSE));
  }

  /// It may have to wait for a scanner, which comes after the others are queued.
  private void readyLast(Id<G> first) {
    IdSet<G> rest = let("rest", list.minus(first));
    set(list, first.alone());
    call(injectglist, List.of(rest), new Exit(RETURN, () -> goTo("ready")));
  }

  private void withoutP() {
    say("finds no idle P");
    call(injectglist, List.of(list), new Exit(RETURN, this::ret));
  }
}
