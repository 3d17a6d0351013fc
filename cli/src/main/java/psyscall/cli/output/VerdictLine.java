package psyscall.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Strategy;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Pins;
import psyscall.cli.check.Summary;
import psyscall.cli.check.Tolerance;
import psyscall.cli.input.Manner;
import psyscall.cli.session.ExitCode;
import psyscall.model.behavior.Behavior;

/// The last line of a check: what came of all of it.
public final class VerdictLine {
  private VerdictLine() {}

  /// The verdict in words.
  ///
  /// @param summary all outcomes
  /// @return one line
  public static String of(Summary summary) {
    Optional<Outcome> decisive = summary.decisive();
    return switch (summary.exit()) {
      case HOLDS -> holds(summary);
      case SAFETY, LIVENESS, NOT_CONFORMING ->
          "violated: " + decisive.map(o -> fault(summary, o)).orElse("");
      case DEADLOCK -> "deadlock: " + decisive.map(o -> fault(summary, o)).orElse("");
      case VACUOUS ->
          "vacuous: " + decisive.map(o -> fault(summary, o)).orElse("nothing was searched");
      case INCONCLUSIVE -> "inconclusive: " + decisive.map(VerdictLine::limit).orElse("");
      case INTERRUPTED -> "interrupted: " + interrupted(summary);
      case INTERNAL ->
          "internal error: "
              + decisive.map(VerdictLine::difference).orElse("")
              + "; a mistake of psyscall, please report it";
      case ENVIRONMENT, UNREADABLE, USAGE ->
          throw new IllegalStateException("no verdict of a search: exit=" + summary.exit());
    };
  }

  private static String holds(Summary summary) {
    if (summary.outcomes().stream().anyMatch(outcome -> manner(outcome).isSampling())) {
      return sampled(summary);
    }
    String states = states(summary);
    List<Judgement> judgements =
        summary.outcomes().stream().flatMap(outcome -> outcome.judgements().stream()).toList();
    long known = judgements.stream().filter(Judgement::expected).count();
    if (summary.tolerance() == Tolerance.AS_EXPECTED && known > 0) {
      List<String> bugs =
          summary.outcomes().stream()
              .map(Outcome::check)
              .filter(check -> check.bug().isPresent())
              .map(Check::name)
              .toList();
      return "as expected: %s, %s searched, %s found%s"
          .formatted(
              Words.count(summary.outcomes().size(), "search"),
              states,
              Words.count(known, "known violation"),
              bugs.isEmpty() ? "" : ", among them " + Words.list(bugs));
    }
    return "holds: %s in all %s of %s"
        .formatted(properties(judgements.stream()), states, subjects(summary));
  }

  /// Only what walks can judge counts.
  private static String sampled(Summary summary) {
    Stream<Judgement> judged =
        summary.outcomes().stream()
            .flatMap(outcome -> outcome.judgements().stream())
            .filter(judgement -> judgement.standing().exit() == ExitCode.HOLDS)
            .filter(Judgement::isDecided)
            .filter(judgement -> judgement.standing() != Judgement.Standing.ELSEWHERE);
    String seeds =
        summary.outcomes().stream()
            .flatMap(outcome -> manner(outcome).walks().stream())
            .map(Strategy.RandomWalk::seed)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    return "sampled: %s in %s of %s on random walks, seed=%s"
        .formatted(properties(judged), states(summary), subjects(summary), seeds);
  }

  private static Manner manner(Outcome outcome) {
    return outcome.prepared().manner();
  }

  private static String properties(Stream<Judgement> judgements) {
    return Words.count(judgements.map(Judgement::property).distinct().count(), "property");
  }

  private static String subjects(Summary summary) {
    return Words.list(summary.outcomes().stream().map(o -> o.check().subject()).toList());
  }

  /// States of different sorts are called states.
  private static String states(Summary summary) {
    long count = summary.outcomes().stream().mapToLong(outcome -> outcome.counts().states()).sum();
    List<String> sorts =
        summary.outcomes().stream().map(outcome -> outcome.prepared().state()).distinct().toList();
    return Words.count(count, sorts.size() == 1 ? sorts.getFirst() : "state");
  }

  private static String fault(Summary summary, Outcome outcome) {
    return outcome
        .gravest(summary.tolerance())
        .map(judgement -> fault(outcome, judgement))
        .orElse("no property was asked for: " + outcome.check().subject());
  }

  private static String fault(Outcome outcome, Judgement judgement) {
    return judgement.property()
        + " in "
        + outcome.check().subject()
        + judgement.trace().map(VerdictLine::after).orElse("")
        + (judgement.expected() ? ", which is known" : "")
        + outcome.goOrder(judgement).map(order -> "; " + order.brief()).orElse("");
  }

  private static String difference(Outcome outcome) {
    return Pins.differences(outcome).getFirst();
  }

  private static String after(Behavior trace) {
    return " after " + Words.count(trace.length(), "step");
  }

  private static String limit(Outcome outcome) {
    Optional<String> cut = outcome.exploration().cut().map(Cut::text);
    Optional<String> reason = outcome.gravest().map(Judgement::reason);
    return cut.or(() -> reason).map(text -> text + "; ").orElse("") + covered(outcome);
  }

  private static String covered(Outcome outcome) {
    return "covered " + outcome.counts() + " of " + outcome.check().subject();
  }

  private static String interrupted(Summary summary) {
    String covered =
        summary.outcomes().isEmpty()
            ? "nothing was covered"
            : covered(summary.outcomes().getLast());
    List<String> remaining = summary.remaining().stream().map(Check::name).toList();
    return covered + (remaining.isEmpty() ? "" : "; not begun: " + Words.list(remaining));
  }
}
