package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Gives away a P in limbo: to a thread if there may be work, to the stopped world, else to the
/// idle list.
///
/// Every situation in which `findrunnable` would find work for the P must start a thread here, and
/// what the unlocked look missed is looked at again under the lock (S7). Mark work (H3) and the
/// poller (H9) are extensions; whether there is mark work is a free guess.
final class Handoffp extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());
  private final Startm startm;
  private final Pidleput pidleput;

  Handoffp(RuntimeState state, Startm startm, Pidleput pidleput) {
    super(state, "handoffp", "gives away a P: to a thread, to the stopped world, or to the list");
    this.startm = startm;
    this.pidleput = pidleput;
  }

  @Override
  protected void body() {
    label("work", "H1");
    when(p.runqempty(q).not().or(runqsize().moreThan(0)), () -> start(false));
    if (state.has(Feature.MARK_WORK)) {
      either(
          "whether the collector has work",
          new Case("no", () -> {}),
          new Case("yes", () -> start(false)));
    }
    say("sees no work for the P");

    label("spin", "H4");
    when(
        sched.nmspinning.plus(npidle()).is(0),
        () -> {
          set(sched.nmspinning, 1);
          if (has(Change.NEEDSPINNING)) {
            set(sched.needspinning(), false);
          }
          start(true);
        });
    say("sees that somebody spins or is idle");

    label("locked", "H5");
    locked(
        () -> {
          when(
              sched.gcwaiting,
              () -> {
                say("gives the P to the stopped world");
                set(p.status.of(q), PStatus.Pgcstop);
                emit(processors.procGcstop, q);
                stopwaitDown();
                ret();
              });
          when(
              p.runSafePointFn.of(q),
              () -> {
                set(p.runSafePointFn.of(q), false);
                safePointFn(q);
                safePointWaitDown();
              });
          when(runqsize().moreThan(0), () -> start(false));
          if (state.has(Feature.POLLER)) {
            Bool last = npidle().is(state.processors() - 1L);
            when(last.and(state.poller().polling.not()), () -> start(false));
          }
          say("puts the P into the idle list");
          call(pidleput, q);
          ret();
        });
  }

  private void start(boolean spinning) {
    say(
        spinning
            ? "starts a spinning thread for the P"
            : "starts a thread for the P: there is work");
    call(startm, java.util.List.of(q.known(), Bool.of(spinning)), new Exit(RETURN, this::ret));
  }
}
