package psyscall.cli.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Exploration;
import psyscall.cli.session.ExitCode;
import psyscall.model.interpret.Interpreter;

/// What came of one search.
///
/// @param prepared what was asked, and how
/// @param exploration what was found
/// @param elapsed how long it took, with the verdicts
/// @param goOrders what became of violations with Go's own order of queues; empty where that was
///   not asked
public record Outcome(
    PreparedCheck prepared, Exploration exploration, Duration elapsed, List<GoOrder> goOrders) {
  /// Copies the list.
  public Outcome {
    goOrders = List.copyOf(goOrders);
  }

  /// The same with what Go's own order of queues makes of the violations.
  Outcome with(List<GoOrder> orders) {
    return new Outcome(prepared, exploration, elapsed, orders);
  }

  /// What Go's own order of queues makes of a violation.
  ///
  /// @param judgement one of the judgements
  /// @return empty where it was not asked
  public Optional<GoOrder> goOrder(Judgement judgement) {
    return goOrders.stream()
        .filter(order -> order.property().equals(judgement.property()))
        .findFirst();
  }

  /// What was asked.
  ///
  /// @return the check
  public Check check() {
    return prepared.check();
  }

  /// What was searched.
  ///
  /// @return the interpreter
  public Interpreter interpreter() {
    return prepared.interpreter();
  }

  /// The findings with what they mean.
  ///
  /// @return one for each property, in the order in which they were asked for
  public List<Judgement> judgements() {
    return exploration.findings().stream()
        .map(finding -> Judgement.of(prepared, finding, exploration.cut()))
        .toList();
  }

  /// The gravest judgement; of equally grave ones one that is not expected, then one that says
  /// less, then the first.
  ///
  /// @return empty if no property was asked for
  public Optional<Judgement> gravest() {
    return gravest(Tolerance.AS_VIOLATED);
  }

  /// The gravest judgement that counts.
  ///
  /// @param tolerance what known violations count as
  /// @return empty if there is none
  public Optional<Judgement> gravest(Tolerance tolerance) {
    return judgements().stream()
        .filter(judgement -> !(judgement.expected() && tolerance.forgives()))
        .min(
            Comparator.comparing((Judgement judgement) -> judgement.standing().exit())
                .thenComparing(Judgement::expected)
                .thenComparing(Judgement::standing));
  }

  /// The first judgement with a counterexample, of what is not expected before what is.
  ///
  /// @return empty if there is no counterexample
  public Optional<Judgement> counterexample() {
    List<Judgement> traced =
        judgements().stream().filter(judgement -> judgement.trace().isPresent()).toList();
    return Stream.concat(
            traced.stream().filter(judgement -> !judgement.expected()), traced.stream())
        .findFirst();
  }

  /// How much was explored.
  ///
  /// @return the counts
  public Counts counts() {
    return exploration.counts();
  }

  /// The exit code that this outcome asks for.
  ///
  /// @param tolerance what known violations count as
  /// @return the gravest one of all properties and pins
  public ExitCode exit(Tolerance tolerance) {
    if (!Pins.differences(this).isEmpty()) {
      return ExitCode.INTERNAL;
    }
    if (exploration.findings().isEmpty()) {
      return ExitCode.VACUOUS;
    }
    return gravest(tolerance).map(judgement -> judgement.standing().exit()).orElse(ExitCode.HOLDS);
  }
}
