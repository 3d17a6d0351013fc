package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// One round of the scheduler: finds a runnable goroutine and executes it.
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
    pick(
        "the goroutine",
        p.runq.of(q),
        gp -> {
          say("takes a goroutine from its local queue");
          check(m.spinning.of(me()).not(), Throws.SCHEDULE_SPINNING);
          remove(p.runq.of(q), gp);
          set(m.gp.of(me()), gp);
          become("Execute");
        },
        () -> {
          say("has no local work and goes to find some");
          call(findrunnable, List.of(), new Exit(RETURN, this::found));
        });
  }

  private void found() {
    when(
        m.spinning.of(me()),
        () -> call(resetspinning, List.of(), new Exit(RETURN, () -> become("Execute"))),
        () -> become("Execute"));
  }
}
