package psyscall.cli.output;

import java.util.Comparator;
import java.util.List;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Pins;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.session.Session;
import psyscall.model.behavior.Behavior;
import psyscall.spec.release.Release;

/// Many searches for people: a line for each, and what is not as it should be.
///
/// @param session where it is printed
public record SetReport(Session session) {

  /// What would reproduce the searches; printed before they begin.
  ///
  /// @param prepared what is asked, and how
  /// @param bounds what each may cost
  public void header(List<PreparedCheck> prepared, Bounds bounds) {
    List<Check> checks = prepared.stream().map(PreparedCheck::check).toList();
    List<String> releases =
        checks.stream()
            .map(check -> check.scenario().release())
            .map(Release::name)
            .distinct()
            .toList();
    List<String> names = checks.stream().map(Check::name).toList();
    line("psyscall", session.version() + ", models Go " + Words.list(releases));
    line("checks", Words.list(names));
    prepared.stream()
        .map(PreparedCheck::manner)
        .map(Manner::text)
        .distinct()
        .forEach(text -> line("search", text));
    symmetry(prepared);
    line("bounds", bounds.text());
    session.say("");
    session.flush();
  }

  /// What is the same of all is said once.
  private void symmetry(List<PreparedCheck> prepared) {
    List<String> uses =
        prepared.stream().map(PreparedCheck::symmetry).map(SymmetryText::of).distinct().toList();
    if (uses.size() == 1) {
      line("symmetry", uses.getFirst());
      return;
    }
    for (String use : uses) {
      List<String> names =
          prepared.stream()
              .filter(one -> SymmetryText.of(one.symmetry()).equals(use))
              .map(one -> one.check().name())
              .toList();
      line(use.equals(uses.getFirst()) ? "symmetry" : "", use + " (" + Words.list(names) + ")");
    }
  }

  /// What came of a search, in a line or two.
  ///
  /// @param outcome all of it
  public void outcome(Outcome outcome) {
    Check check = outcome.check();
    session.say(
        "%-14s%-26s%s%10s %-16s  %13s  %s"
            .formatted(
                word(outcome),
                check.name(),
                Words.sizes(check.scenario()),
                Words.number(outcome.counts().states()),
                outcome.prepared().state() + "s",
                Words.count(check.properties().size(), "property"),
                Words.seconds(outcome.elapsed())));
    for (Judgement judgement : outcome.judgements()) {
      if (judgement.isFault() || !judgement.isDecided()) {
        session.say(" ".repeat(14) + fault(judgement));
        outcome.goOrder(judgement).ifPresent(order -> line("", order.text()));
      }
    }
    Pins.differences(outcome).forEach(difference -> line("PIN BROKEN", difference));
    session.flush();
  }

  /// The counterexample to the bug that shows itself soonest; the others are named.
  ///
  /// @param outcomes all of the searches
  public void counterexamples(List<Outcome> outcomes) {
    List<Outcome> found =
        outcomes.stream()
            .filter(outcome -> outcome.check().bug().isPresent())
            .filter(outcome -> outcome.counterexample().isPresent())
            .sorted(Comparator.comparingInt(SetReport::length))
            .toList();
    found.stream().limit(1).forEach(new CheckReport(session)::counterexample);
    if (found.size() > 1) {
      found.stream()
          .skip(1)
          .map(outcome -> outcome.check().name())
          .forEach(name -> line("see also", "psyscall check --bug=" + name));
      session.say("");
    }
  }

  private static int length(Outcome outcome) {
    return outcome.counterexample().flatMap(Judgement::trace).map(Behavior::length).orElse(0);
  }

  private static String word(Outcome outcome) {
    return outcome
        .gravest()
        .map(gravest -> gravest.expected() ? "as expected" : gravest.standing().word())
        .orElse("vacuous");
  }

  private static String fault(Judgement judgement) {
    return judgement.standing().word()
        + ": "
        + judgement.property()
        + judgement.trace().map(trace -> " after " + Words.count(trace.length(), "step")).orElse("")
        + (judgement.expected() ? ", which is known" : "");
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }
}
