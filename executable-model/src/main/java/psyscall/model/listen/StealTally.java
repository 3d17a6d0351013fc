package psyscall.model.listen;

import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.run.RunListener;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.Event;

/// Counts who takes Ps that were left in system calls.
public final class StealTally implements RunListener {
  private long sysmon;
  private long stops;
  private long returning;
  private long others;

  /// How many Ps were taken out of system calls, by whom.
  ///
  /// @param sysmon by sysmon, in `retake`
  /// @param stops to stop the world: by who stops it, or by the thread itself that sees that it does
  /// @param returning by the thread that left it: it comes back and takes it again
  /// @param others by another thread, to run a safe-point function
  public record Steals(long sysmon, long stops, long returning, long others) {}

  /// Nothing is counted yet.
  public StealTally() {}

  @Override
  public void stepped(long nanos, Step step, State after) {
    boolean stopping = step.events().stream().anyMatch(e -> e.event().equals(Events.PROC_GCSTOP));
    step.events()
        .forEach(e -> happened(e.event(), e.arguments().getLast().scalar(), stopping));
  }

  private void happened(Event event, long last, boolean stopping) {
    if (event.equals(Events.PROC_REACQUIRE)) {
      returning++;
    } else if (event.equals(Events.PROC_STEAL)) {
      if (last < 0) {
        sysmon++;
      } else if (stopping) {
        stops++;
      } else {
        others++;
      }
    }
  }

  /// The sums until now.
  ///
  /// @return who took how many
  public Steals steals() {
    return new Steals(sysmon, stops, returning, others);
  }
}
