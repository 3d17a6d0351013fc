package psyscall.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Behavior;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.process.Ending;
import psyscall.spec.scenario.Scenario;

/// Compares an outcome with what the catalogues pin. A difference is a mistake of ours: either the
/// catalogue is out of date or the search is wrong.
public final class Pins {
  private Pins() {}

  /// In what an outcome differs from what is pinned. Nothing that is undecided differs, and no
  /// sample.
  ///
  /// @param outcome what came of a search
  /// @return one line for each difference
  public static List<String> differences(Outcome outcome) {
    List<String> found = new ArrayList<>();
    if (outcome.prepared().manner().isSampling()) {
      return found;
    }
    if (isWhole(outcome)) {
      outcome
          .prepared()
          .pinned()
          .flatMap(pinned -> difference(outcome, pinned))
          .ifPresent(found::add);
    }
    for (Judgement judgement : outcome.judgements()) {
      if (judgement.isDecided() && isPinned(outcome.check(), judgement)) {
        difference(outcome, judgement).ifPresent(found::add);
      }
    }
    return found;
  }

  /// What a repair mends besides what it was made for differs from scenario to scenario.
  private static boolean isPinned(Check check, Judgement judgement) {
    return check.mended().isEmpty() && check.isExpected(judgement.property());
  }

  /// Whether the counts are ones that could be pinned.
  ///
  /// @param outcome what came of a search
  /// @return whether the whole graph of the protocol as it is was explored, with or without
  ///   symmetry, and its counts are known
  public static boolean isWhole(Outcome outcome) {
    return outcome.exploration().isComplete()
        && !outcome.prepared().manner().isSampling()
        && outcome.prepared().pinned().isPresent();
  }

  /// Depth first, states are met on ways that are not shortest, so that the depth is another one.
  private static Optional<String> difference(Outcome outcome, Scenario.Counts pinned) {
    boolean isShortest = outcome.prepared().manner().isShortest();
    Scenario.Counts found =
        new Scenario.Counts(
            outcome.counts().states(),
            outcome.counts().transitions(),
            isShortest ? outcome.counts().depth() : pinned.depth());
    return found.equals(pinned)
        ? Optional.empty()
        : Optional.of(
            "%scounts of %s: pinned=[%s], found=[%s]"
                .formatted(
                    outcome.prepared().isSymmetric() ? "symmetric " : "",
                    outcome.check().scenario().name(),
                    text(pinned),
                    text(found)));
  }

  private static String text(Scenario.Counts counts) {
    return "states=%d, transitions=%d, depth=%d"
        .formatted(counts.states(), counts.transitions(), counts.depth());
  }

  private static Optional<String> difference(Outcome outcome, Judgement judgement) {
    String where = judgement.property() + " in " + outcome.check().subject();
    if (!judgement.expected()) {
      return Optional.of(where + ": pinned=violated, found=" + judgement.standing().word());
    }
    return outcome
        .check()
        .bug()
        .filter(_ -> outcome.prepared().manner().isShortest())
        .flatMap(bug -> difference(bug, judgement, where));
  }

  /// What is pinned is the shortest counterexample.
  private static Optional<String> difference(Mutation bug, Judgement judgement, String where) {
    int length = judgement.trace().map(Behavior::length).orElse(0);
    String ending = judgement.trace().flatMap(Pins::ending).orElse("none");
    if (isPinned(bug, judgement) && length != bug.depth()) {
      return Optional.of(where + ": pinned length=" + bug.depth() + ", found length=" + length);
    }
    if (bug.ending().isPresent() && !bug.ending().get().equals(ending)) {
      return Optional.of(
          where + ": pinned ending=" + bug.ending().get() + ", found ending=" + ending);
    }
    return Optional.empty();
  }

  /// A depth of 0 belongs to a witness that is not reached; with a trace it is not pinned yet.
  private static boolean isPinned(Mutation bug, Judgement judgement) {
    return bug.depth() > 0 || judgement.trace().isEmpty();
  }

  private static Optional<String> ending(Behavior trace) {
    return trace.transitions().isEmpty()
        ? Optional.empty()
        : trace.transitions().getLast().step().ending().map(Ending::name);
  }
}
