package psyscall.spec.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Finds a goroutine to run: in the local queue, in the global one, in another P's; blocks while
/// there is none.
///
/// In 1.10 every thread that gave its P up looks at all local queues once more, spinning before or
/// not; with [Change#RECHECK_IF_SPUN] only one that span does (H9). Nobody looks at the global
/// queue again (H10), but for [Change#GLOBAL_RECHECK]. The four rounds of stealing are one: the
/// first three can only find earlier what a later start of the last would find. Timers, finalizers
/// and most work of the collector are left out.
final class Findrunnable extends SearchBesideQueues {
  private final IdSet<P> victims = local("victims", P.IDS.set());
  private final IdSet<P> snapshot = local("allpSnapshot", P.IDS.set());
  private final Bool wasSpinning = local("wasSpinning", Bool.TYPE);
  private final Optional<Id<P>> from;
  private final Gcstopm gcstopm;
  private final RunSafePointFn runSafePointFn;
  private final Globrunqget globrunqget;
  private final Runqsteal runqsteal;
  private final Releasep releasep;
  private final Pidleput pidleput;
  private final Acquirep acquirep;
  private final Stopm stopm;
  private final CheckGlobalRunq checkGlobalRunq;
  private final GlobalTurn globalTurn;

  Findrunnable(RuntimeState state, Parts parts, Beside beside) {
    super(state, beside, "findrunnable", "finds a goroutine to run; blocks while there is none");
    from = state.has(Feature.RUNNEXT) ? Optional.of(local("p2", P.IDS.id())) : Optional.empty();
    gcstopm = parts.gcstopm();
    runSafePointFn = parts.runSafePointFn();
    globrunqget = parts.globrunqget();
    runqsteal = parts.runqsteal();
    releasep = parts.releasep();
    pidleput = parts.pidleput();
    acquirep = parts.acquirep();
    stopm = parts.stopm();
    checkGlobalRunq = parts.checkGlobalRunq();
    globalTurn = parts.globalTurn();
  }

  /// The procedures that it calls.
  record Parts(
      Gcstopm gcstopm,
      RunSafePointFn runSafePointFn,
      Globrunqget globrunqget,
      Runqsteal runqsteal,
      Releasep releasep,
      Pidleput pidleput,
      Acquirep acquirep,
      Stopm stopm,
      CheckGlobalRunq checkGlobalRunq,
      GlobalTurn globalTurn) {}

  @Override
  Bool wasSpinning() {
    return wasSpinning;
  }

  @Override
  protected void body() {
    queues();
    poll();
    steal();
    giveUp();
    lookAgain();
  }

  private void queues() {
    label("top", "N1");
    when(
        sched.gcwaiting,
        () -> {
          say("sees that the world is to stop");
          call(gcstopm, List.of(), new Exit(RETURN, () -> goTo("top")));
        },
        () -> say("sees that the world runs"));

    label("safePoint", "N2");
    when(
        p.runSafePointFn.of(mine()),
        () -> {
          say("sees that its P owes the safe-point function");
          call(runSafePointFn);
        },
        () -> say("sees that its P owes no safe-point function"));

    label("runqget", "N5");
    Id<P> q = mine();
    runqget(q, () -> {}, this::ret, () -> say("has no local work"));
    if (has(Change.SCHEDULE_IN_FINDRUNNABLE) && state.has(Feature.GLOBAL_TURN)) {
      or(StepKind.PROTOCOL, "globalTurn", "N4");
      call(globalTurn);
      ret();
    }

    label("globrunqget", "N6");
    when(
        runqsize().moreThan(0),
        () ->
            locked(
                () -> {
                  say("takes a batch from the global queue");
                  call(globrunqget, mine());
                  ret();
                }),
        () -> say("finds the global queue empty"));
  }

  private void steal() {
    label("spin", "N8");
    Int idle = let("npidle", npidle());
    int procs = state.processors();
    if (!has(Change.SPIN_BESIDE_IDLE)) {
      when(
          idle.is(procs - 1L),
          () -> {
            say("does not steal: all others are idle");
            goTo("drop");
          });
    }
    Int spinners = sched.nmspinning.plus(sched.nmspinning);
    when(
        m.spinning.of(me()).not().and(Int.of(procs).minus(idle).atMost(spinners)),
        () -> {
          say("does not steal: enough threads spin");
          goTo("drop");
        });
    say("may steal: others are busy and few spin");

    // Two threads can both pass the test before either counts itself.
    label("count", "N8");
    say("spins: looks for work in the other queues");
    when(m.spinning.of(me()).not(), this::becomeSpinning);
    set(victims, P.IDS.all().minus(mine()));

    label("steal", "N8", "stealWork", Release.GO_1_19_13);
    eachVictim(
        _ -> {
          say("finds nothing to steal there");
          goTo("steal");
        },
        () -> {
          if (from.isPresent()) {
            say("has found nothing to steal, and looks also at who is to run next");
            set(victims, P.IDS.all().minus(mine()));
          } else {
            say("has found nothing to steal");
            goTo("drop");
          }
        });
    from.ifPresent(this::stealRunnext);
  }

  /// The last of Go's rounds takes also who is to run next on a P without a queue. That is loaded
  /// after the look at the queue, so the P may have taken it by then, or have been given another.
  private void stealRunnext(Id<P> other) {
    label("stealNext", "N8", "stealWork", Release.GO_1_19_13);
    eachVictim(
        victim -> {
          say("finds that queue empty");
          set(other, victim);
        },
        () -> {
          say("has found nothing to steal");
          goTo("drop");
        });

    label("grab", origin().at("N8").in("runqgrab"));
    ifSome(
        p.runnext().of(other),
        gp -> {
          say("steals the goroutine that was to run next on another P");
          clear(p.runnext().of(other));
          set(m.gp.of(me()), gp);
          ret();
        },
        () -> {
          say("finds nobody who is to run next there");
          goTo("stealNext");
        });
  }

  private void eachVictim(Consumer<Id<P>> whereEmpty, Runnable none) {
    pick(
        "the next victim",
        victims,
        victim -> {
          remove(victims, victim);
          when(
              sched.gcwaiting,
              () -> {
                say("stops stealing: the world is to stop");
                goTo("top");
              });
          when(
              p.runq.of(victim).isEmpty().not(),
              () -> {
                say("steals from another P's queue");
                call(runqsteal, mine(), victim);
                ret();
              });
          whereEmpty.accept(victim);
        },
        none);
  }

  private void giveUp() {
    label("drop", "N9");
    locked(
        () -> {
          Id<P> q = mine();
          when(
              sched.gcwaiting.or(p.runSafePointFn.of(q)),
              () -> {
                say("keeps its P: the world stops, or its P owes the safe-point function");
                goTo("top");
              });
          when(
              runqsize().moreThan(0),
              () -> {
                say("takes a batch from the global queue");
                call(globrunqget, q);
                ret();
              });
          if (has(Change.NEEDSPINNING)) {
            when(
                m.spinning.of(me()).not().and(sched.needspinning()),
                () -> {
                  say("keeps its P and spins: somebody found none for work that he saw");
                  becomeSpinning();
                  goTo("top");
                });
          }
          say("puts its P into the idle list");
          call(releasep, q);
          call(pidleput, q);
        });
    set(snapshot, P.IDS.all());
    set(wasSpinning, m.spinning.of(me()));
    when(
        m.spinning.of(me()).not(),
        () -> goTo(has(Change.RECHECK_IF_SPUN) ? withoutWork() : "recheck"));

    runOwnWorker();

    label("unspin", "N10");
    say("spins no more");
    set(m.spinning.of(me()), false);
    nmspinningDown(Throws.FINDRUNNABLE_NMSPINNING);
    if (has(Change.GLOBAL_RECHECK)) {
      call(
          checkGlobalRunq,
          List.of(),
          new Exit(CheckGlobalRunq.FOUND, this::ret),
          new Exit(RETURN, () -> goTo("recheck")));
    }
  }

  private void lookAgain() {
    label("recheck", "N12", "checkRunqsNoP", Release.GO_1_19_13);
    pick(
        "the next P",
        snapshot,
        other -> {
          remove(snapshot, other);
          when(
              p.runqempty(other),
              () -> {
                say("finds that queue empty");
                goTo("recheck");
              });
          say("sees work in a queue");
        },
        () -> {
          say("has found no work");
          goTo(withoutWork());
        });

    label("pidleget", "N12", "checkRunqsNoP", Release.GO_1_19_13);
    locked(
        () ->
            pick(
                "the idle P",
                sched.pidle,
                idle -> {
                  say("takes an idle P for the work it saw");
                  remove(sched.pidle, idle);
                  call(acquirep, idle);
                  if (has(Change.RECHECK_IF_SPUN)) {
                    becomeSpinning();
                  } else {
                    when(wasSpinning, this::becomeSpinning);
                  }
                  goTo("top");
                },
                () -> {
                  say("finds no idle P for the work it saw");
                  noIdleP();
                }));
    lookForMarkWork();
    blockInPoller();

    label("stopm", "N15");
    say("parks: there is nothing to do");
    call(stopm, List.of(), new Exit(RETURN, () -> goTo("top")));
  }
}
