package psyscall.cli.output;

import java.util.stream.Collectors;
import psyscall.checker.search.Usage;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Pins;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.input.Bounds;
import psyscall.cli.session.Session;
import psyscall.model.behavior.Behavior;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.property.Property;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.verdict.Verdict;

/// One search for people, at length: what would reproduce it, then what came of it.
///
/// @param session where it is printed
public record CheckReport(Session session) {

  /// What would reproduce the search; printed before it begins.
  ///
  /// @param prepared what is asked, and how
  /// @param bounds what it may cost
  public void header(PreparedCheck prepared, Bounds bounds) {
    subject(prepared.check());
    line("search", prepared.manner().text());
    line("symmetry", SymmetryText.of(prepared.symmetry()));
    line("bounds", bounds.text());
    session.say("");
    session.flush();
  }

  /// What a search is about: the version, the scenario, the bug, the repair.
  void subject(Check check) {
    Scenario scenario = check.scenario();
    line("psyscall", session.version() + ", models Go " + scenario.release().name());
    line("scenario", scenario.name() + ": " + scenario.summary());
    check.bug().ifPresent(bug -> line("bug", bug.name() + ": " + bug.summary()));
    check
        .mended()
        .flatMap(bug -> bug.repair().map(repair -> bug.name() + ": " + repair.summary()))
        .ifPresent(text -> line("repaired", text));
    if (!check.brought().isEmpty()) {
      line(
          "repaired",
          check.brought().stream()
              .map(change -> change.word() + ": " + change.summary())
              .collect(Collectors.joining("\n")));
    }
    line("sizes", Words.sizes(scenario));
    line("programs", String.join("\n", scenario.state().programs.texts()));
    line("off", Words.list(scenario.off()));
    if (!scenario.with().isEmpty()) {
      line("with", Words.list(scenario.with()));
    }
  }

  /// What came of the search.
  ///
  /// @param outcome all of it
  public void outcome(Outcome outcome) {
    line("explored", explored(outcome));
    outcome.exploration().usage().ifPresent(usage -> line("memory", memory(usage)));
    line("rules", rules(outcome));
    findings(outcome);
    Pins.differences(outcome).forEach(difference -> line("PIN BROKEN", difference));
  }

  /// What was found out about each property, and a counterexample.
  void findings(Outcome outcome) {
    session.say("");
    outcome.judgements().forEach(judgement -> judgement(outcome, judgement));
    counterexample(outcome);
  }

  /// A counterexample, shortest if the search is breadth first, and what happened to Go's users if
  /// it is a bug that Go had.
  ///
  /// @param outcome what came of a search
  public void counterexample(Outcome outcome) {
    session.say("");
    outcome.counterexample().ifPresent(judgement -> counterexample(outcome, judgement));
  }

  private void counterexample(Outcome outcome, Judgement judgement) {
    CounterexampleText.lanes(outcome, judgement, session.look()).forEach(session::say);
    session.say("");
    outcome
        .check()
        .bug()
        .filter(Mutation::historical)
        .ifPresent(
            bug -> {
              line("history", bug.history());
              session.say("");
            });
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }

  private static String explored(Outcome outcome) {
    String extent =
        outcome
            .exploration()
            .cut()
            .map(
                cut ->
                    cut.text() + ", " + Words.count(outcome.counts().frontier(), "state") + " wait")
            .orElseGet(() -> extent(outcome));
    return Words.count(outcome.counts().states(), outcome.prepared().state())
        + ", "
        + Words.count(outcome.counts().transitions(), "transition")
        + ", depth "
        + Words.number(outcome.counts().depth())
        + ", "
        + Words.seconds(outcome.elapsed())
        + ": "
        + extent;
  }

  private static String extent(Outcome outcome) {
    if (outcome.prepared().manner().isSampling()) {
      return "a sample";
    }
    return Pins.isWhole(outcome) ? "the whole graph, " + pinned(outcome) : "the whole graph";
  }

  private static String pinned(Outcome outcome) {
    return Pins.differences(outcome).isEmpty() ? "as pinned" : "NOT as pinned";
  }

  private static String memory(Usage usage) {
    return "%s a state; %s for all with their table, %s at the peak"
        .formatted(
            Words.count(usage.words(), "word"),
            Words.megabytes(usage.storedBytes()),
            Words.megabytes(usage.peakBytes()));
  }

  static String rules(Outcome outcome) {
    int all = outcome.exploration().coverage().size();
    int never = outcome.exploration().neverFired().size();
    return "%d of %d fired, %d never did here".formatted(all - never, all, never);
  }

  private void judgement(Outcome outcome, Judgement judgement) {
    Verdict<Behavior> verdict = judgement.finding().verdict();
    if (verdict instanceof Verdict.Holds<Behavior>) {
      session.say(
          "%-14s%-32s%s"
              .formatted(
                  judgement.standing().word(), judgement.property(), examined(outcome, judgement)));
      return;
    }
    if (!judgement.isDecided()) {
      line(judgement.standing().word(), judgement.property());
      return;
    }
    String length =
        judgement.trace().map(trace -> " after " + Words.count(trace.length(), "step")).orElse("");
    String known = judgement.expected() ? ", which is known" : "";
    line(
        judgement.standing().word(),
        judgement.property() + length + known + ": " + judgement.reason());
    outcome.goOrder(judgement).ifPresent(order -> line("", order.text()));
  }

  /// At how many places the claim was judged, which shows that it does not hold for want of any.
  private static String examined(Outcome outcome, Judgement judgement) {
    String place =
        switch (judgement.finding().property()) {
          case Property.Always _, Property.DeadlockFree _ -> outcome.prepared().state();
          case Property.OnStep _ -> "transition";
          case Property.Quiet _ -> "quiet state";
          case Property.Possible _ -> "state to start from";
          case Property.Sometimes _ -> "";
        };
    return place.isEmpty() ? "reached" : "in " + Words.count(judgement.finding().examined(), place);
  }
}
