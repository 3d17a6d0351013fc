package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// One round of the scheduler: finds a runnable goroutine and executes it.
///
/// With [Change#SCHEDULE_IN_FINDRUNNABLE], findRunnable asks what is asked here before it.
///
/// The global queue's turn every 61st tick is there with [Feature#GLOBAL_TURN]; garbage collection
/// workers and the trace reader are left out.
final class Schedule extends RuntimeProcedure {
  private final Gcstopm gcstopm;
  private final RunSafePointFn runSafePointFn;
  private final Findrunnable findrunnable;
  private final Resetspinning resetspinning;
  private final GlobalTurn globalTurn;
  private final LockedCallees locked;

  Schedule(RuntimeState state, Callees callees, LockedCallees locked) {
    super(state, "schedule", "finds a runnable goroutine and executes it");
    this.gcstopm = callees.gcstopm;
    this.runSafePointFn = callees.runSafePointFn;
    this.findrunnable = callees.findrunnable;
    this.resetspinning = callees.resetspinning;
    this.globalTurn = callees.globalTurn;
    this.locked = locked;
  }

  @Override
  protected void body() {
    if (has(Change.SCHEDULE_IN_FINDRUNNABLE)) {
      label("top", "");
      stopIfLocked();
      checkSpinning(follow("p", m.p.of(me())));
      say("goes to find some work");
      call(findrunnable, List.of(), new Exit(RETURN, this::found));
      return;
    }

    label("top", "");
    stopIfLocked();
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
    runqget(
        q,
        () -> {
          if (!has(Change.SPIN_CHECK_FIRST)) {
            check(m.spinning.of(me()).not(), Throws.SCHEDULE_SPINNING);
          }
        },
        this::execute,
        () -> {
          say("has no local work and goes to find some");
          call(findrunnable, List.of(), new Exit(RETURN, this::found));
        });
    if (state.has(Feature.GLOBAL_TURN)) {
      takeTurn();
    }
  }

  private void takeTurn() {
    or(StepKind.PROTOCOL, "globalTurn", "");
    if (has(Change.SPIN_CHECK_FIRST)) {
      checkSpinning(follow("p", m.p.of(me())));
    }
    call(globalTurn);
    found();
  }

  private void checkSpinning(Id<P> q) {
    check(m.spinning.of(me()).and(p.runqempty(q).not()).not(), Throws.SCHEDULE_SPINNING);
  }

  private void found() {
    when(
        m.spinning.of(me()),
        () -> call(resetspinning, List.of(), new Exit(RETURN, this::execute)),
        this::execute);
  }

  /// A locked thread runs no other goroutine. Only the thread itself writes the field, so the look
  /// is in the step of what comes next, and harmless where Go jumps behind it.
  private void stopIfLocked() {
    if (state.has(Feature.LOCKED)) {
      when(
          state.locks().lockedg.of(me()).isSome(),
          () -> call(locked.stoplockedm, List.of(), new Exit(RETURN, () -> become("Execute"))));
    }
  }

  /// Runs the goroutine in the thread's hand, or has its own thread run it.
  private void execute() {
    if (!state.has(Feature.LOCKED)) {
      become("Execute");
      return;
    }
    when(
        m.gp.of(me()).isSomeAnd(gp -> state.locks().lockedm.of(gp).isSome()),
        () -> call(locked.startlockedm, List.of(), new Exit(RETURN, () -> goTo("top"))),
        () -> become("Execute"));
  }
}
