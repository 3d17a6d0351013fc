package psyscall.cli.run;

import java.util.List;
import psyscall.cli.session.ExitCode;
import psyscall.model.listen.RunSummary;
import psyscall.model.listen.StealTally.Steals;
import psyscall.model.run.RunEnd;
import psyscall.spec.process.Ending;
import psyscall.spec.runtime.Throws;

/// What came of a run.
///
/// @param end how it ended
/// @param summary what became of its time
/// @param steals who took Ps out of system calls
/// @param judged the names of the claims that were judged after each step
/// @param judgedSteps how many steps were judged
public record RunOutcome(
    RunEnd end, RunSummary summary, Steals steals, List<String> judged, long judgedSteps) {
  /// Copies the names.
  public RunOutcome {
    judged = List.copyOf(judged);
  }

  /// Whether nothing was judged: then that nothing is wrong says nothing.
  ///
  /// @return whether no claim was judged of any step
  public boolean isVacuous() {
    return judged.isEmpty() || judgedSteps == 0;
  }

  /// How the run counts.
  ///
  /// @return its exit code
  public ExitCode exit() {
    return switch (end) {
      case RunEnd.Violated _ -> ExitCode.SAFETY;
      case RunEnd.Ended ended ->
          switch (ended.ending().kind()) {
            case FINAL -> ended(ended.ending());
            case THROW, REFUSED -> ExitCode.SAFETY;
          };
      case RunEnd.AtRest _ -> ExitCode.DEADLOCK;
      case RunEnd.TimeOver _, RunEnd.StepsOver _ -> ExitCode.INCONCLUSIVE;
      case RunEnd.Interrupted _ -> ExitCode.INTERRUPTED;
    };
  }

  /// Go's own dead-lock detection ends a program too.
  private ExitCode ended(Ending ending) {
    if (ending.equals(Throws.ALL_ASLEEP)) {
      return ExitCode.DEADLOCK;
    }
    return isVacuous() ? ExitCode.VACUOUS : ExitCode.HOLDS;
  }
}
