package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import psyscall.checker.search.Cut;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.term.IllFormed;

/// What became of a violation, found with queues from which any is taken, where it was looked for
/// again with Go's own order of queues and with `runnext`.
///
/// A set allows each order, so the violation may be one of an order that Go never has.
///
/// @param property the property that is violated
/// @param answer whether Go's order shows it
/// @param steps the length of a counterexample in Go's order; empty without one
/// @param limit why it is not decided; empty if it is
public record GoOrder(
    String property, Answer answer, Optional<Integer> steps, Optional<String> limit) {
  /// Whether Go's order of queues shows a violation.
  public enum Answer {
    /// It does.
    SHOWN("shown"),
    /// In this world it does not, whatever the order of the goroutines at the start.
    NOT_SHOWN("not shown"),
    /// A limit ended the search.
    NOT_DECIDED("not decided");

    private final String word;

    Answer(String word) {
      this.word = word;
    }

    /// The word for it.
    ///
    /// @return lower case
    public String word() {
      return word;
    }
  }

  /// Looks for the violations of an outcome again.
  ///
  /// @param outcome what came of a search
  /// @param search makes another
  /// @return one for each property of states or steps that is violated, throws and dead locks
  ///   included; empty for random walks and where queues are in Go's order already
  static List<GoOrder> of(Outcome outcome, Function<PreparedCheck, Outcome> search) {
    return outcome.prepared().manner().isSampling()
        ? List.of()
        : outcome.judgements().stream()
            .filter(judgement -> judgement.trace().isPresent())
            .filter(judgement -> !(judgement.finding().property() instanceof Property.Possible))
            .flatMap(judgement -> of(outcome.prepared(), judgement.property(), search).stream())
            .toList();
  }

  private static Optional<GoOrder> of(
      PreparedCheck found, String property, Function<PreparedCheck, Outcome> search) {
    List<Check> checks = found.check().inGosOrder(property);
    Optional<String> limit = Optional.empty();
    for (Check check : checks) {
      Outcome outcome;
      try {
        outcome = search.apply(PreparedCheck.of(check, found.manner()));
      } catch (IllFormed e) {
        limit = Optional.of(String.valueOf(e.getMessage()));
        continue;
      }
      Optional<Behavior> trace = outcome.counterexample().flatMap(Judgement::trace);
      if (trace.isPresent()) {
        Optional<Integer> steps = Optional.of(trace.get().length());
        return Optional.of(new GoOrder(property, Answer.SHOWN, steps, Optional.empty()));
      }
      limit = limit.or(() -> outcome.exploration().cut().map(Cut::text));
    }
    Answer answer = limit.isPresent() ? Answer.NOT_DECIDED : Answer.NOT_SHOWN;
    return checks.isEmpty()
        ? Optional.empty()
        : Optional.of(new GoOrder(property, answer, Optional.empty(), limit));
  }

  /// The answer in few words.
  ///
  /// @return a clause that can follow the violation in its verdict
  public String brief() {
    return switch (answer) {
      case SHOWN -> "Go's order shows it too";
      case NOT_SHOWN -> "Go's order does not show it";
      case NOT_DECIDED -> "whether Go's order shows it is open";
    };
  }

  /// The answer in words.
  ///
  /// @return a clause that can follow the violation
  public String text() {
    return switch (answer) {
      case SHOWN ->
          "Go's own order of queues shows it too (%s)"
              .formatted(steps.map(n -> n == 1 ? "1 step" : n + " steps").orElse(""));
      case NOT_SHOWN -> "Go's own order of queues does not show it in this world";
      case NOT_DECIDED ->
          "whether Go's own order of queues shows it is not decided (%s)"
              .formatted(limit.orElse(""));
    };
  }
}
