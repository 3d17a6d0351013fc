package psyscall.cli.check;

import java.util.Optional;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Cut;
import psyscall.checker.search.SearchOptions.Until;
import psyscall.cli.session.ExitCode;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// What a finding means to who asked.
///
/// @param finding what the search found
/// @param standing what that is
/// @param expected whether a violation is known and was found
public record Judgement(Finding finding, Standing standing, boolean expected) {
  /// What a verdict is, in a word.
  public enum Standing {
    /// It holds of all that was looked at, which is a sample.
    SAMPLED("sampled", ExitCode.HOLDS),
    /// It holds.
    HOLDS("holds", ExitCode.HOLDS),
    /// A safety property does not hold.
    VIOLATED("violated", ExitCode.SAFETY),
    /// A state without a way on.
    DEADLOCK("deadlock", ExitCode.DEADLOCK),
    /// What should stay possible does not.
    IMPOSSIBLE("violated", ExitCode.LIVENESS),
    /// A behaviour that the model does not allow.
    NOT_CONFORMING("not conforming", ExitCode.NOT_CONFORMING),
    /// Asked for by name, and nothing was examined or a witness not reached.
    VACUOUS("vacuous", ExitCode.VACUOUS),
    /// Not reached in this scenario, which is no fault of it: that is judged over all scenarios.
    ELSEWHERE("not here", ExitCode.HOLDS),
    /// A limit ended the search before it was decided.
    INCONCLUSIVE("inconclusive", ExitCode.INCONCLUSIVE),
    /// Another property's violation ended the search before it was decided, or the search is of a
    /// sort that cannot decide it.
    NOT_JUDGED("not judged", ExitCode.HOLDS);

    private final String word;
    private final ExitCode exit;

    Standing(String word, ExitCode exit) {
      this.word = word;
      this.exit = exit;
    }

    /// The word for it.
    ///
    /// @return lower case
    public String word() {
      return word;
    }

    /// The exit code that it asks for.
    ///
    /// @return the code
    public ExitCode exit() {
      return exit;
    }
  }

  /// Judges a finding.
  ///
  /// @param prepared what was asked, and how
  /// @param finding what was found
  /// @param cut why the search ended early, if it did
  /// @return what it means
  static Judgement of(PreparedCheck prepared, Finding finding, Optional<Cut> cut) {
    Check check = prepared.check();
    Standing standing =
        switch (finding.verdict()) {
          case Verdict.Holds<Behavior> holds -> holds(holds.extent());
          case Verdict.Violated<Behavior> _ ->
              finding.property() instanceof Property.Possible
                  ? Standing.IMPOSSIBLE
                  : Standing.VIOLATED;
          case Verdict.Deadlock<Behavior> _ -> Standing.DEADLOCK;
          case Verdict.NotConforming<Behavior> _ -> Standing.NOT_CONFORMING;
          case Verdict.Vacuous<Behavior> _ -> vacuous(check);
          case Verdict.Inconclusive<Behavior> _ -> open(prepared, finding.property(), cut);
        };
    boolean broken = isFault(standing) && check.isExpected(finding.property().name());
    return new Judgement(finding, standing, broken);
  }

  private static Standing holds(Extent extent) {
    return switch (extent) {
      case SAMPLED -> Standing.SAMPLED;
      case EXHAUSTIVE, WITHIN_BOUNDS, PROVED_FOR_ALL_SIZES -> Standing.HOLDS;
    };
  }

  /// Walks meet no witness for certain, and do not judge what is judged on the whole graph: of a
  /// scenario as it is declared, that is no fault.
  private static Standing open(PreparedCheck prepared, Property property, Optional<Cut> cut) {
    if (cut.isPresent()) {
      return cut.get() instanceof Cut.FirstViolation ? Standing.NOT_JUDGED : Standing.INCONCLUSIVE;
    }
    if (!prepared.manner().isSampling() || prepared.check().until() == Until.FIRST_VIOLATION) {
      return Standing.INCONCLUSIVE;
    }
    return property instanceof Property.Sometimes ? Standing.ELSEWHERE : Standing.NOT_JUDGED;
  }

  /// Of a scenario as it is declared, a witness that is not reached is no fault.
  private static Standing vacuous(Check check) {
    return switch (check.until()) {
      case WHOLE_GRAPH -> Standing.ELSEWHERE;
      case FIRST_VIOLATION -> Standing.VACUOUS;
    };
  }

  private static boolean isFault(Standing standing) {
    return switch (standing) {
      case VIOLATED, DEADLOCK, IMPOSSIBLE, NOT_CONFORMING, VACUOUS -> true;
      case SAMPLED, HOLDS, ELSEWHERE, INCONCLUSIVE, NOT_JUDGED -> false;
    };
  }

  /// The property's name.
  ///
  /// @return its name
  public String property() {
    return finding.property().name();
  }

  /// Whether the property does not hold, expected or not.
  ///
  /// @return whether something is wrong
  public boolean isFault() {
    return isFault(standing);
  }

  /// Whether the verdict would be the same after a longer search.
  ///
  /// @return whether it is decided
  public boolean isDecided() {
    return standing != Standing.INCONCLUSIVE && standing != Standing.NOT_JUDGED;
  }

  /// The counterexample.
  ///
  /// @return the shortest one if the search is breadth first; empty if there is none
  public Optional<Behavior> trace() {
    return switch (finding.verdict()) {
      case Verdict.Violated<Behavior> violated -> Optional.of(violated.trace());
      case Verdict.Deadlock<Behavior> deadlock -> Optional.of(deadlock.trace());
      case Verdict.Holds<Behavior> _,
          Verdict.NotConforming<Behavior> _,
          Verdict.Vacuous<Behavior> _,
          Verdict.Inconclusive<Behavior> _ ->
          Optional.empty();
    };
  }

  /// Why the verdict is what it is.
  ///
  /// @return one clause; empty where it holds
  public String reason() {
    return switch (finding.verdict()) {
      case Verdict.Holds<Behavior> _ -> "";
      case Verdict.Violated<Behavior> violated -> violated.reason();
      case Verdict.Deadlock<Behavior> _ -> "nothing can happen in the last state";
      case Verdict.NotConforming<Behavior> refused -> refused.why();
      case Verdict.Vacuous<Behavior> vacuous -> vacuous.what();
      case Verdict.Inconclusive<Behavior> open -> open.limit();
    };
  }
}
