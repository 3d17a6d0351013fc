package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// One round of the scheduler: finds a runnable goroutine and executes it.
///
/// With [Change#SCHEDULE_IN_FINDRUNNABLE], findRunnable asks what is asked here before it.
///
/// The global queue's turn every 61st tick, garbage collection workers, the trace reader and locked
/// goroutines are left out.
final class Schedule extends RuntimeProcedure {
  private final Gcstopm gcstopm;
  private final RunSafePointFn runSafePointFn;
  private final Findrunnable findrunnable;
  private final Resetspinning resetspinning;

  Schedule(
      RuntimeState state,
      Gcstopm gcstopm,
      RunSafePointFn runSafePointFn,
      Findrunnable findrunnable,
      Resetspinning resetspinning) {
    super(state, "schedule", "finds a runnable goroutine and executes it");
    this.gcstopm = gcstopm;
    this.runSafePointFn = runSafePointFn;
    this.findrunnable = findrunnable;
    this.resetspinning = resetspinning;
  }

  @Override
  protected void body() {
    if (has(Change.SCHEDULE_IN_FINDRUNNABLE)) {
      label("top", "");
      checkSpinning(follow("p", m.p.of(me())));
      say("goes to find some work");
      call(findrunnable, List.of(), new Exit(RETURN, this::found));
      return;
    }

    label("top", "");
    when(
        sched.gcwaiting,
        () -> {
          say("sees that the world is to stop");
          call(gcstopm, List.of(), new Exit(RETURN, () -> goTo("top")));
        },
        () -> say("sees that the world runs"));

    label("safePoint", "");
    Id<P> owing = follow("p", m.p.of(me()));
    when(
        p.runSafePointFn.of(owing),
        () -> {
          say("sees that its P owes the safe-point function");
          call(runSafePointFn);
        },
        () -> say("sees that its P owes no safe-point function"));

    label("runqget", "");
    Id<P> q = follow("p", m.p.of(me()));
    if (has(Change.SPIN_CHECK_FIRST)) {
      checkSpinning(q);
    }
    pick(
        "the goroutine",
        p.runq.of(q),
        gp -> {
          say("takes a goroutine from its local queue");
          if (!has(Change.SPIN_CHECK_FIRST)) {
            check(m.spinning.of(me()).not(), Throws.SCHEDULE_SPINNING);
          }
          remove(p.runq.of(q), gp);
          set(m.gp.of(me()), gp);
          become("Execute");
        },
        () -> {
          say("has no local work and goes to find some");
          call(findrunnable, List.of(), new Exit(RETURN, this::found));
        });
  }

  private void checkSpinning(Id<P> q) {
    check(m.spinning.of(me()).and(p.runq.of(q).isEmpty().not()).not(), Throws.SCHEDULE_SPINNING);
  }

  private void found() {
    when(
        m.spinning.of(me()),
        () -> call(resetspinning, List.of(), new Exit(RETURN, () -> become("Execute"))),
        () -> become("Execute"));
  }
}
