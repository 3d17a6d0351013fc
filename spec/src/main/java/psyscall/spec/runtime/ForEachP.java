package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Has every P run a function at a safe point: running ones by their owner, idle ones and those in
/// system calls on their behalf. It needs sysmon to end (S21).
final class ForEachP extends RuntimeProcedure {
  private final Bool wait = local("wait", Bool.TYPE);
  private final IdSet<P> scan = local("scan", P.IDS.set());
  private final Preemptall preemptall;
  private final Handoffp handoffp;

  ForEachP(RuntimeState state, Preemptall preemptall, Handoffp handoffp) {
    super(state, "forEachP", "has every P run a function at a safe point");
    this.preemptall = preemptall;
    this.handoffp = handoffp;
  }

  @Override
  protected void body() {
    label("begin", "");
    say("asks all Ps to run the function and runs it for itself and for the idle ones");
    casgstatus(Change.SAFE_POINT_WAITS, GStatus.Gwaiting);
    locked(this::ask);
    Id<P> mine = follow("p", m.p.of(me()));
    safePointFn(mine);
    set(scan, P.IDS.all());

    label("scan", "");
    pick(
        "the next P",
        scan,
        q -> {
          remove(scan, q);
          when(
              p.status.of(q).is(PStatus.Psyscall).and(p.runSafePointFn.of(q)),
              () -> {
                say("takes a P out of its system call and hands it off");
                set(p.status.of(q), PStatus.Pidle);
                steal(q);
                call(handoffp, List.of(q), new Exit(RETURN, () -> goTo("scan")));
              },
              () -> {
                say("finds nothing to do for a P");
                goTo("scan");
              });
        },
        () -> {
          say("has looked at all Ps");
          when(wait.not(), () -> goTo("check"));
        });

    label("wait", "");
    say("is told that all Ps have run the function");
    await(sched.safePointNote);
    set(sched.safePointNote, false);
    goTo("check");

    or(StepKind.POLLING, "repreempt", "");
    say("asks the running goroutines to yield once more");
    call(preemptall);
    goTo("wait");

    label("check", "");
    say("has had every P run the function");
    check(sched.safePointWait.is(0), Throws.FOR_EACH_P_NOT_DONE);
    check(P.IDS.forAll(q -> p.runSafePointFn.of(q).not()), Throws.FOR_EACH_P_MISSED);

    label("end", "");
    say("ends the safe point");
    locked(() -> set(sched.safePointFn, false));
    emit(world.safePointEnd, me());
    if (state.has(Feature.SCAN_BIT) && has(Change.SAFE_POINT_WAITS)) {
      label("running", "");
      say("runs on, and is not marked as waiting any more");
      casgstatus(Change.SAFE_POINT_WAITS, GStatus.Grunning);
    }
    become(state.has(Feature.WORLDSEMA) ? "Semrelease" : "UserCode");
  }

  private void ask() {
    Id<P> q = follow("p", m.p.of(me()));
    check(sched.safePointWait.is(0), Throws.FOR_EACH_P_BUSY);
    set(sched.safePointWait, state.processors() - 1L);
    set(sched.safePointFn, true);
    call(preemptall);
    IdSet<P> idle = let("idle", sched.pidle.elements());
    forAll(
        P.IDS,
        other -> other.is(q).not().and(idle.has(other).not()),
        p.runSafePointFn::of,
        _ -> Bool.TRUE);
    emit(world.safePointBegin, me());
    set(sched.safePointWait, sched.safePointWait.minus(idle.size()));
    set(wait, sched.safePointWait.moreThan(0));
  }
}
