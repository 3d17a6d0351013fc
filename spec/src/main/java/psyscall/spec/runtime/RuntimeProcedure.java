package psyscall.spec.runtime;

import java.util.List;
import java.util.function.Consumer;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.GoroutineEvents;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.lifecycle.ProcessorEvents;
import psyscall.spec.lifecycle.WorldEvents;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.release.Renamed;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Goroutines;
import psyscall.spec.state.Locks;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.Processors;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.Sched;
import psyscall.spec.state.Threads;

/// A procedure of Go's runtime: the fields it works on, and what Go writes in a line or two
/// everywhere.
abstract class RuntimeProcedure extends Queueing {
  /// All state variables, and what is modelled.
  protected final RuntimeState state;

  /// The fields of `p`.
  protected final Processors p;

  /// The fields of `m`.
  protected final Threads m;

  /// The fields of `g`.
  protected final Goroutines g;

  /// The fields of `sched`.
  protected final Sched sched;

  /// The events of goroutines.
  protected final GoroutineEvents goroutines;

  /// The events of processors.
  protected final ProcessorEvents processors;

  /// The events of all Ps together.
  protected final WorldEvents world;

  RuntimeProcedure(RuntimeState state, String function, String summary) {
    this(state, "runtime/proc.go", function, summary);
  }

  RuntimeProcedure(RuntimeState state, String file, String function, String summary) {
    this(
        state,
        summary,
        new Citation(
            "",
            List.of(state.release().name()),
            Renamed.in(state.release(), file),
            Renamed.in(state.release(), function)));
  }

  RuntimeProcedure(RuntimeState state, String summary, Citation source) {
    super(summary, source);
    this.state = state;
    this.p = state.p;
    this.m = state.m;
    this.g = state.g;
    this.sched = state.sched;
    Lifecycle lifecycle = new Lifecycle(state.lifecycle);
    this.goroutines = lifecycle.goroutines;
    this.processors = lifecycle.processors;
    this.world = lifecycle.world;
  }

  /// The text of Go 1.22, of which repairs are brought back.
  static Citation go122(String function) {
    return new Citation("", List.of("1.22.0"), "runtime/proc.go", function);
  }

  /// A label whose statements are in a function of their own since a release.
  final void label(String label, String step, String function, Release since) {
    Citation here = origin().at(step);
    label(label, state.release().isFrom(since) ? here.in(function) : here);
  }

  /// Whether the release has a change of Go's.
  final boolean has(Change change) {
    return state.has(change);
  }

  /// The thread that runs the procedure, Go's `getg().m`.
  final Id<M> me() {
    return self(M.IDS);
  }

  /// The thread that runs the procedure; nil for sysmon.
  final Opt<M> thread() {
    return selfOrNil(M.IDS);
  }

  final Int npidle() {
    return sched.pidle.size();
  }

  final Int runqsize() {
    return sched.runq.size();
  }

  /// A section of `sched.lock` as one step: what is inside is read and written under the lock only,
  /// but for the accesses that `docs/limits.md` lists under "Merged steps", each with its reason.
  final void locked(Runnable body) {
    section("sched.lock", sched.locked.not(), body);
  }

  /// What happens as seen from outside: the lifecycle's rule for it is part of the step.
  final void emit(EventRule event, Expr... arguments) {
    call(event, arguments);
  }

  /// `q.syscalltick++`. Without retake nothing reads the tick, so nothing is recorded then.
  final void bumpSyscalltick(Id<P> q) {
    if (state.has(Feature.RETAKE)) {
      set(p.syscalltickMoved.of(q), true);
      forAll(M.IDS, mp -> m.remembers(mp, q), m.syscalltickMoved::of, _ -> Bool.TRUE);
    }
  }

  /// `notewakeup(note)`: a note that is already set means a second wake-up.
  final void notewakeup(Bool note) {
    check(note.not(), Throws.NOTE_DOUBLE_WAKEUP);
    set(note, true);
  }

  /// SIGURG that was sent to this thread has been handled by now.
  final void handleSignal() {
    if (state.sendsSignals()) {
      set(state.signals().pending.of(me()), false);
    }
  }

  /// `sched.stopwait--`; the one that reaches zero wakes the stopper.
  final void stopwaitDown() {
    set(sched.stopwait, sched.stopwait.minus(1));
    when(sched.stopwait.is(0), () -> notewakeup(sched.stopnote));
  }

  /// `sched.safePointWait--`; the one that reaches zero wakes `forEachP`.
  final void safePointWaitDown() {
    set(sched.safePointWait, sched.safePointWait.minus(1));
    when(sched.safePointWait.is(0), () -> notewakeup(sched.safePointNote));
  }

  /// Runs the safe-point function for a P.
  final void safePointFn(Id<P> q) {
    emit(world.safePoint, q);
  }

  /// Wakes sysmon from its deep sleep, under the lock: flag first, then note (S13).
  final void wakeSysmon() {
    when(
        sched.sysmonwait,
        () -> {
          set(sched.sysmonwait, false);
          notewakeup(sched.sysmonnote);
        });
  }

  /// `nmspinning--` with Go's check of the result.
  final void nmspinningDown(Ending ifNegative) {
    set(sched.nmspinning, sched.nmspinning.minus(1));
    check(sched.nmspinning.atLeast(0), ifNegative);
  }

  /// The thread spins: it looks for work, and who submits some wakes nobody meanwhile.
  final void becomeSpinning() {
    set(m.spinning.of(me()), true);
    set(sched.nmspinning, sched.nmspinning.plus(1));
    if (has(Change.NEEDSPINNING)) {
      set(sched.needspinning(), false);
    }
  }

  /// No P was idle for work that the thread has seen.
  final void noIdleP() {
    if (has(Change.NEEDSPINNING)) {
      set(sched.needspinning(), true);
    }
  }

  /// Whether somebody should look for the work that the thread has submitted.
  final Bool isWakeUpDue() {
    Bool none = sched.nmspinning.is(0);
    return has(Change.NEEDSPINNING) ? none : npidle().moreThan(0).and(none);
  }

  /// Where a locked thread creates another, it does not clone itself, since it may be in a strange
  /// state: it leaves that to the template thread.
  final void cloneByTemplate(Id<M> fresh) {
    if (state.has(Feature.LOCKED)) {
      Locks locks = state.locks();
      when(
          thread().isSomeAnd(mine -> locks.lockedExt.of(mine)),
          () -> {
            check(locks.haveTemplateThread, Throws.NEWM_NO_TEMPLATE);
            say("leaves the creation to the template thread: it is locked");
            add(locks.newmHandoff, fresh);
          });
    }
  }

  /// Takes a P out of a system call on somebody else's behalf, after the compare-and-swap.
  final void steal(Id<P> q) {
    bumpSyscalltick(q);
    emit(processors.procSteal, q, thread());
  }

  /// `casgstatus(gp, from, to)`: a goroutine's status changes, by nobody but the one who may change
  /// it; it waits while somebody else holds the goroutine's scan bit.
  final void casgstatus(Id<G> gp, GStatus to) {
    if (state.has(Feature.SCAN_BIT)) {
      await(g.scan().of(gp).not());
    }
    set(g.status.of(gp), to);
  }

  /// The status of the thread's goroutine between running and waiting while it goes on where it is:
  /// only scanners can tell. Without them, and before the change, nothing is recorded.
  final void casgstatus(Change since, GStatus to) {
    if (state.has(Feature.SCAN_BIT) && has(since)) {
      casgstatus(follow("gp", m.curg.of(me())), to);
    }
  }

  /// `park_m`: the thread's goroutine waits until somebody readies it, and leaves the thread.
  final void park(Id<G> gp) {
    casgstatus(gp, GStatus.Gwaiting);
    set(g.preempt.of(gp), false);
    clear(g.m.of(gp));
    clear(m.curg.of(me()));
    emit(goroutines.goBlock, gp, me());
  }

  /// `runqget`: who runs next, or else the next of the queue, goes into the thread's hand.
  final void runqget(Id<P> q, Runnable checks, Runnable then, Runnable none) {
    Runnable queue =
        () ->
            pick(
                "the goroutine",
                p.runq.of(q),
                gp -> {
                  say("takes a goroutine from its local queue");
                  checks.run();
                  remove(p.runq.of(q), gp);
                  set(m.gp.of(me()), gp);
                  then.run();
                },
                none);
    if (!state.has(Feature.RUNNEXT)) {
      queue.run();
      return;
    }
    ifSome(
        p.runnext().of(q),
        gp -> {
          say("takes the goroutine that is to run next");
          checks.run();
          clear(p.runnext().of(q));
          set(m.gp.of(me()), gp);
          then.run();
        },
        queue);
  }

  /// The goroutines of a list become runnable, one after the other, in any order.
  final void makeRunnable(IdSet<G> list, Consumer<Id<G>> andThen) {
    for (int at = 0; at < state.goroutines(); at++) {
      pick(
          "the next goroutine",
          list.intersect(G.IDS.where(gp -> g.status.of(gp).is(GStatus.Gwaiting))),
          gp -> {
            makeRunnable(gp);
            andThen.accept(gp);
          },
          () -> {});
    }
  }

  /// The one goroutine that a poll has brought and that was kept becomes runnable, for the thread
  /// to run it.
  final void readyKept(IdSet<G> kept, Runnable then) {
    say("is to run the one that it has kept");
    pick(
        "the first goroutine",
        kept,
        first -> {
          makeRunnable(first);
          set(m.gp.of(me()), first);
          then.run();
        },
        () -> await(Bool.FALSE));
  }

  /// A goroutine that waits becomes runnable; the poller forgets it.
  final void makeRunnable(Id<G> gp) {
    casgstatus(gp, GStatus.Grunnable);
    emit(goroutines.goUnblock, gp);
    if (state.has(Feature.POLLER)) {
      remove(state.poller().parked, gp);
      remove(state.poller().brought, gp);
    }
  }
}
