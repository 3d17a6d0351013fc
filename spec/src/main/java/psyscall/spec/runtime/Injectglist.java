package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.Queue;
import psyscall.spec.state.RuntimeState;

/// Makes the goroutines of a list runnable and queues them: those that a poll has brought, or the
/// helper of the forced collection.
///
/// In 1.10 all go to the global queue, under the lock, and a thread is started for each that finds
/// an idle P. With [Change#INJECT_LOCAL] a caller with a P keeps what was more than there were idle
/// Ps when it looked (H23). Which ones go to which queue is a free pick.
final class Injectglist extends RuntimeProcedure {
  private final IdSet<G> glist = parameter("glist", G.IDS.set());
  private final Int n;
  private final Startm startm;
  private final Wakep wakep;

  Injectglist(RuntimeState state, Startm startm, Wakep wakep) {
    super(state, "injectglist", "makes the goroutines of a list runnable and queues them");
    this.n = local("n", Int.range(0, state.goroutines()));
    this.startm = startm;
    this.wakep = wakep;
  }

  @Override
  protected void body() {
    if (has(Change.INJECT_LOCAL)) {
      countIdle();
      startIdle();
      keepLocal();
    } else {
      put();
      startIdle();
    }
  }

  private void put() {
    label("put", "");
    nothingToDo();
    if (state.has(Feature.SCAN_BIT)) {
      putOneByOne();
      return;
    }
    locked(
        () -> {
          say("puts the goroutines into the global queue");
          set(n, glist.size());
          makeRunnable(glist, gp -> add(sched.runq, gp));
        });
  }

  /// The lock is held while a scanner is waited for.
  private void putOneByOne() {
    locked(
        () -> {
          say("begins to put the goroutines into the global queue");
          set(sched.locked, true);
          set(n, glist.size());
        });

    label("next", "");
    pick(
        "the next goroutine",
        glist,
        gp -> {
          say("puts a goroutine into the global queue, under the lock");
          makeRunnable(gp);
          global(gp);
          goTo("next");
        },
        () -> {
          say("has put all of them into the global queue");
          set(sched.locked, false);
        });
  }

  /// With [Change#NEEDSPINNING] nobody looks for an idle P without the lock: P and thread are taken
  /// in one section (#59600 came of two), and who finds no P leaves word.
  private void startIdle() {
    label("start", "");
    when(
        has(Change.NEEDSPINNING) ? n.moreThan(0) : n.moreThan(0).and(npidle().moreThan(0)),
        () -> {
          say("has a thread started for one of them");
          set(n, n.minus(1));
          call(startm, List.of(P.IDS.nil(), Bool.FALSE), new Exit(RETURN, () -> goTo("start")));
        },
        () -> say("has no idle P to start, or has started enough"));
  }

  /// The statuses change before the lock is taken, and the idle Ps are counted without it.
  private void countIdle() {
    label("count", "");
    nothingToDo();
    say("makes the goroutines runnable and counts the idle Ps");
    Int size = let("qsize", glist.size());
    Bool hasP = thread().isSomeAnd(mine -> m.p.of(mine).isSome());
    set(n, hasP.choose(Int.range(0, state.goroutines()), npidle().min(size), size));
    makeRunnable(glist, _ -> {});

    label("global", "");
    when(
        n.is(0),
        () -> {
          say("sees no idle P");
          goTo("local");
        });
    locked(
        () -> {
          say("puts as many into the global queue as there were idle Ps");
          for (int taken = 0; taken < state.goroutines(); taken++) {
            when(n.moreThan(taken), () -> pick("the next one", glist, this::global, () -> {}));
          }
        });
  }

  private void global(Id<G> gp) {
    remove(glist, gp);
    add(sched.runq, gp);
  }

  private void keepLocal() {
    label("local", "");
    when(
        glist.isEmpty(),
        () -> {
          say("has queued all of them");
          ret();
        });
    say("puts the rest into its own queue");
    ifSome(
        thread(),
        mine -> {
          Id<P> q = follow("p", m.p.of(mine));
          keep(p.runq.of(q));
        },
        () -> {});
    if (has(Change.INJECT_WAKES)) {
      label("wakep", "");
      when(
          isWakeUpDue(),
          () -> {
            say("sees an idle P that could run them");
            call(wakep);
          },
          () -> say("sees that nobody need be woken for them"));
    }
  }

  private void keep(Queue<G> queue) {
    switch (queue) {
      case Queue.AnyOrder<G>(IdSet<G> ids) -> set(ids, ids.union(glist));
      case Queue.Ordered<G> _ -> {
        for (int taken = 0; taken < state.goroutines(); taken++) {
          pick("the next one", glist, gp -> keep(queue, gp), () -> {});
        }
      }
    }
  }

  private void keep(Queue<G> queue, Id<G> gp) {
    remove(glist, gp);
    add(queue, gp);
  }

  private void nothingToDo() {
    when(
        glist.isEmpty(),
        () -> {
          say("has nothing to queue");
          ret();
        });
  }
}
