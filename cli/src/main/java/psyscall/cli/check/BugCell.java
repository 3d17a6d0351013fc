package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.cli.session.ExitCode;
import psyscall.model.behavior.Behavior;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Presence;
import psyscall.spec.release.Release;

/// A bug in a release: what history says, and what was found.
///
/// @param bug the bug
/// @param release the release
/// @param shown the search in which it should be found: of the release as it is, or with the bug
///   put back; empty where it should not be found
/// @param held the search in which it should not be found: with Go's repair, or of the release as
///   it is; empty where the bug is native and Go has no repair
public record BugCell(Bug bug, Release release, Optional<Outcome> shown, Optional<Outcome> held) {
  /// What a search says about the property.
  private enum Answer {
    FOUND,
    HOLDS,
    OPEN
  }

  /// What history says.
  ///
  /// @return the expectation
  public Presence expected() {
    return bug.in(release);
  }

  /// Whether it is judged at all.
  ///
  /// @return false where no safety property shows it
  public boolean isJudged() {
    return !(expected() instanceof Presence.NotJudged);
  }

  /// Whether it was found where it should be.
  ///
  /// @return whether there is a counterexample
  public boolean isFound() {
    return shown.stream().anyMatch(outcome -> answer(outcome) == Answer.FOUND);
  }

  /// The length of the shortest counterexample.
  ///
  /// @return in steps; empty if there is none
  public Optional<Integer> steps() {
    return shown.flatMap(Outcome::counterexample).flatMap(Judgement::trace).map(Behavior::length);
  }

  /// What is not as history has it.
  ///
  /// @return one clause for each difference; empty if all is as it should be
  public List<String> differences() {
    return switch (expected()) {
      case Presence.Native of ->
          Stream.concat(stepDifferences(of.steps()), heldDifferences()).toList();
      case Presence.PutBack of ->
          Stream.concat(stepDifferences(of.steps()), heldDifferences()).toList();
      case Presence.Absent _ -> heldDifferences().toList();
      case Presence.NotJudged _ -> List.of();
    };
  }

  private Stream<String> stepDifferences(int wanted) {
    Optional<Integer> found = steps();
    if (found.isEmpty()) {
      boolean open = shown.stream().anyMatch(outcome -> answer(outcome) == Answer.OPEN);
      return Stream.of(open ? "undecided, a limit was reached" : "not found");
    }
    return found.get() == wanted
        ? Stream.empty()
        : Stream.of("found after %d steps, not %d".formatted(found.get(), wanted));
  }

  private Stream<String> heldDifferences() {
    return held.stream()
        .flatMap(
            outcome ->
                switch (answer(outcome)) {
                  case HOLDS -> Stream.empty();
                  case FOUND -> Stream.of("found where it should not be");
                  case OPEN -> Stream.of("undecided, a limit was reached");
                });
  }

  /// The exit code that the cell asks for.
  ///
  /// @return holds where all is as history has it
  public ExitCode exit() {
    boolean open =
        Stream.concat(shown.stream(), held.stream())
            .anyMatch(outcome -> answer(outcome) == Answer.OPEN);
    if (differences().isEmpty()) {
      return ExitCode.HOLDS;
    }
    if (held.stream().anyMatch(outcome -> answer(outcome) == Answer.FOUND)) {
      return ExitCode.SAFETY;
    }
    if (open) {
      return ExitCode.INCONCLUSIVE;
    }
    // A bug that is found, but not where it is pinned, is a mistake of ours, like a broken pin.
    return isFound() ? ExitCode.INTERNAL : ExitCode.VACUOUS;
  }

  private static Answer answer(Outcome outcome) {
    Judgement judgement = outcome.judgements().getFirst();
    return switch (judgement.standing()) {
      case VIOLATED, DEADLOCK, IMPOSSIBLE -> Answer.FOUND;
      case HOLDS -> Answer.HOLDS;
      case SAMPLED, NOT_CONFORMING, VACUOUS, ELSEWHERE, INCONCLUSIVE, NOT_JUDGED -> Answer.OPEN;
    };
  }
}
