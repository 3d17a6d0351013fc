package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Stops the world: every P ends as Pgcstop. The stopper's goroutine stays running and keeps its P.
///
/// The lock is held from T1 to T7, but the scan takes Ps out of system calls by compare-and-swap,
/// one step per P, against threads that need no lock. The order of the scan is free.
///
/// With [Change#STOPPER_WAITS] the goroutine is marked as waiting from before the lock is taken
/// till the world has stopped: steps of its own would be seen by scanners only, who come at any
/// time.
final class StopTheWorld extends RuntimeProcedure {
  private final IdSet<P> scan = local("scan", P.IDS.set());
  private final Preemptall preemptall;

  StopTheWorld(RuntimeState state, Preemptall preemptall) {
    super(state, "stopTheWorldWithSema", "stops the world: every P ends as Pgcstop");
    this.preemptall = preemptall;
  }

  @Override
  protected void body() {
    label("begin", "T1");
    say("begins to stop the world and stops its own P");
    casgstatus(Change.STOPPER_WAITS, GStatus.Gwaiting);
    locked(
        () -> {
          set(sched.locked, true);
          set(sched.stopwait, state.processors());
          set(sched.gcwaiting, true);
          emit(world.worldStopping, me());
          call(preemptall);
          Id<P> q = follow("p", m.p.of(me()));
          set(p.status.of(q), PStatus.Pgcstop);
          set(sched.stopwait, sched.stopwait.minus(1));
          set(scan, P.IDS.all().minus(q));
        });

    label("scan", "T5");
    pick(
        "the next P",
        scan,
        q -> {
          remove(scan, q);
          when(
              p.status.of(q).is(PStatus.Psyscall),
              () -> {
                say("takes a P out of its system call");
                set(p.status.of(q), PStatus.Pgcstop);
                steal(q);
                emit(processors.procGcstop, q);
                set(sched.stopwait, sched.stopwait.minus(1));
              },
              () -> say("finds a P that is not in a system call"));
          goTo("scan");
        },
        this::stopIdle);

    label("wait", "T8");
    say("is told that all Ps have stopped");
    await(sched.stopnote);
    set(sched.stopnote, false);
    goTo("check");

    or(StepKind.POLLING, "repreempt", "T8");
    say("asks the running goroutines to yield once more");
    call(preemptall);
    goTo("wait");

    label("check", "T9");
    say("has stopped the world");
    check(sched.stopwait.is(0), Throws.STOP_WORLD_WAIT);
    check(P.IDS.forAll(q -> p.status.of(q).is(PStatus.Pgcstop)), Throws.STOP_WORLD_STATUS);
    emit(world.worldStopped, me());
    casgstatus(Change.STOPPER_WAITS, GStatus.Grunning);

    label(StepKind.ENVIRONMENT, "stopped", "");
    say("is done with the stopped world");
    become("StartTheWorld");
  }

  /// T6 and T7: nothing is decided between the last P of the scan and these, all under the lock.
  private void stopIdle() {
    say("stops the idle Ps");
    IdSet<P> idle = let("idle", sched.pidle.elements());
    forAll(P.IDS, idle::has, p.status::of, q -> p.status.of(q).constant(PStatus.Pgcstop));
    emit(world.idleGcstop, me());
    set(sched.stopwait, sched.stopwait.minus(idle.size()));
    empty(sched.pidle);
    set(sched.locked, Bool.FALSE);
    when(sched.stopwait.moreThan(0), () -> goTo("wait"), () -> goTo("check"));
  }
}
