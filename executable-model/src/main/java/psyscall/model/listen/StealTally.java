package psyscall.model.listen;

import psyscall.model.engine.StepView;
import psyscall.model.run.RunListener;
import psyscall.spec.lifecycle.Events;

/// Counts who takes Ps that were left in system calls.
public final class StealTally implements RunListener {
  private long sysmon;
  private long stops;
  private long returning;
  private long others;

  /// How many Ps were taken out of system calls, by whom.
  ///
  /// @param sysmon by sysmon, in `retake`
  /// @param stops to stop the world: by who stops it, or by the thread itself that sees that it
  ///   does
  /// @param returning by the thread that left it: it comes back and takes it again
  /// @param others by another thread, to run a safe-point function
  public record Steals(long sysmon, long stops, long returning, long others) {}

  /// Nothing is counted yet.
  public StealTally() {}

  @Override
  public void stepped(long nanos, StepView step) {
    boolean stopping = false;
    for (int at = 0; at < step.events(); at++) {
      stopping |= step.event(at).equals(Events.PROC_GCSTOP);
    }
    for (int at = 0; at < step.events(); at++) {
      if (step.event(at).equals(Events.PROC_REACQUIRE)) {
        returning++;
      } else if (step.event(at).equals(Events.PROC_STEAL)) {
        stolen(step.argument(at, 1), stopping);
      }
    }
  }

  private void stolen(long by, boolean stopping) {
    if (by < 0) {
      sysmon++;
    } else if (stopping) {
      stops++;
    } else {
      others++;
    }
  }

  /// The sums until now.
  ///
  /// @return who took how many
  public Steals steals() {
    return new Steals(sysmon, stops, returning, others);
  }
}
