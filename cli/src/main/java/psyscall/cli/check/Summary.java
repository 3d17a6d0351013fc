package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.cli.session.ExitCode;

/// All outcomes of one command, and its exit code.
///
/// @param outcomes of the searches that were made
/// @param remaining the searches that were not begun
/// @param tolerance what known violations count as
/// @param end what ended it
public record Summary(List<Outcome> outcomes, List<Check> remaining, Tolerance tolerance, End end) {
  /// What ended a command.
  public enum End {
    /// All searches were made.
    OF_ITSELF,
    /// Somebody asked it to end.
    INTERRUPTED
  }

  /// Copies the lists.
  public Summary {
    outcomes = List.copyOf(outcomes);
    remaining = List.copyOf(remaining);
  }

  /// How the process ends.
  ///
  /// @return interrupted if it was, else the gravest outcome; vacuous if nothing was searched
  public ExitCode exit() {
    if (end == End.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    return outcomes.isEmpty()
        ? ExitCode.VACUOUS
        : ExitCode.of(outcomes.stream().map(outcome -> outcome.exit(tolerance)).toList());
  }

  /// The outcome that decides the exit code.
  ///
  /// @return the first of the gravest; empty if nothing was searched
  public Optional<Outcome> decisive() {
    return outcomes.stream().min((a, b) -> a.exit(tolerance).compareTo(b.exit(tolerance)));
  }

  /// The outcome whose counterexample is worth keeping.
  ///
  /// @return the decisive one if it has a counterexample, else the first one that has
  public Optional<Outcome> traced() {
    return decisive()
        .filter(outcome -> outcome.counterexample().isPresent())
        .or(
            () ->
                outcomes.stream()
                    .filter(outcome -> outcome.counterexample().isPresent())
                    .findFirst());
  }
}
