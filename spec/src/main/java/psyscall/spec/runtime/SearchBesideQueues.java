package psyscall.spec.runtime;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.Poller;
import psyscall.spec.state.RuntimeState;

/// Where findrunnable looks for work beside the queues: the network poller ([Feature#POLLER]) and
/// the collector's idle mark work ([Feature#MARK_WORK]). Where an extension is off, its labels are
/// not there.
abstract class SearchBesideQueues extends RuntimeProcedure {
  private final Optional<Id<P>> held;
  private final Optional<IdSet<G>> kept;
  private final Beside beside;

  /// The procedures that it calls; those of the poller where it is modelled.
  record Beside(
      Pidleput pidleput,
      Acquirep acquirep,
      Resetspinning resetspinning,
      Optional<Injectglist> injectglist,
      Optional<Netpoll> netpoll) {}

  SearchBesideQueues(RuntimeState state, Beside beside, String function, String summary) {
    super(state, function, summary);
    this.beside = beside;
    this.held =
        state.has(Feature.MARK_WORK) ? Optional.of(local("held", P.IDS.id())) : Optional.empty();
    this.kept =
        state.has(Feature.POLLER) && state.has(Feature.SCAN_BIT)
            ? Optional.of(local("list", G.IDS.set()))
            : Optional.empty();
  }

  /// Whether the thread span when it gave its P up.
  abstract Bool wasSpinning();

  final Id<P> mine() {
    return follow("p", m.p.of(me()));
  }

  /// N7: a look that saves stealing. It is left out while a thread blocks in the poller.
  final void poll() {
    if (beside.injectglist().isEmpty() || !state.has(Feature.POLLER)) {
      return;
    }
    Injectglist injectglist = beside.injectglist().get();
    Poller poller = state.poller();
    label("netpoll", "N7");
    when(
        poller.waiters.not().or(poller.polling),
        () -> {
          say("need not poll: nobody waits for the network, or a thread polls");
          goTo("spin");
        });
    pickSubset(
        "what the network brings",
        poller.waiting(),
        some ->
            pick(
                "the first goroutine",
                some,
                first -> {
                  say("polls the network and takes one of those that it has brought");
                  set(poller.brought, poller.brought.union(some));
                  if (kept.isPresent()) {
                    kept.ifPresent(list -> keep(list, first, some, injectglist));
                    return;
                  }
                  makeRunnable(first);
                  set(m.gp.of(me()), first);
                  call(injectglist, List.of(some.minus(first)), new Exit(RETURN, this::ret));
                },
                () -> {
                  say("polls the network for nothing");
                  kept.ifPresent(_ -> goTo("spin"));
                }));
    kept.ifPresent(this::readyLast);
  }

  private void keep(IdSet<G> list, Id<G> first, IdSet<G> some, Injectglist injectglist) {
    set(list, first.alone());
    call(injectglist, List.of(some.minus(first)), new Exit(RETURN, () -> goTo("ready")));
  }

  /// It may have to wait for a scanner, which comes after the others are queued.
  private void readyLast(IdSet<G> list) {
    label("ready", "N7");
    readyKept(list, this::ret);
  }

  /// Where a thread goes on that has no P and has found no work.
  final String withoutWork() {
    return state.has(Feature.MARK_WORK) ? "idleGC" : withoutMarkWork();
  }

  private String withoutMarkWork() {
    return state.has(Feature.POLLER) ? "poll" : "stopm";
  }

  /// The P's own worker runs instead of the P going idle. Whether there is work is free, and the
  /// worker ends at once.
  final void runOwnWorker() {
    if (!state.has(Feature.MARK_WORK)) {
      return;
    }
    or(StepKind.ENVIRONMENT, "idleWork", "N9");
    say("runs its P's idle mark worker, which ends at once");
    runWorker();
  }

  private void runWorker() {
    when(
        m.spinning.of(me()),
        () -> call(beside.resetspinning(), List.of(), new Exit(RETURN, () -> goTo("top"))),
        () -> goTo("top"));
  }

  /// Whether there is mark work is free at each look; that there is none is always possible. A P
  /// without a worker is put back in the section in which it was taken: nobody sees it missing
  /// (#45975).
  final void lookForMarkWork() {
    held.ifPresent(this::lookForMarkWork);
  }

  private void lookForMarkWork(Id<P> taken) {
    label("idleGC", "N13");
    say("sees no idle mark work");
    goTo(withoutMarkWork());

    or(StepKind.ENVIRONMENT, "markWork", "N13");
    say("sees idle mark work");
    goTo("idleP");

    label("idleP", "N13");
    locked(
        () ->
            pick(
                "the idle P",
                sched.pidle,
                idle -> {
                  remove(sched.pidle, idle);
                  emit(processors.procTake, idle, thread());
                  set(taken, idle);
                  either(
                      "whether the P has a worker",
                      new Case("no", () -> putBack(taken)),
                      new Case("yes", () -> takeForWork(taken)));
                },
                () -> {
                  say("finds no idle P for the mark work it saw");
                  goTo(withoutMarkWork());
                }));
  }

  private void putBack(Id<P> taken) {
    call(beside.pidleput(), taken);
    say("puts the idle P back: there is no worker for it");
    goTo(withoutMarkWork());
  }

  /// In 1.10 the thread goes back to look for the worker, which may be gone by then.
  private void takeForWork(Id<P> taken) {
    say("takes an idle P for mark work");
    call(beside.acquirep(), taken);
    if (has(Change.IDLE_MARK_WORKER_IN_HAND)) {
      becomeSpinning();
      runWorker();
    } else {
      when(wasSpinning(), this::becomeSpinning);
      goTo("drop");
    }
  }

  /// N14.
  final void blockInPoller() {
    if (beside.netpoll().isEmpty()) {
      return;
    }
    label("poll", "N14");
    call(
        beside.netpoll().get(),
        List.of(),
        new Exit(Netpoll.FOUND, this::ret),
        new Exit(RETURN, () -> goTo("stopm")));
  }
}
