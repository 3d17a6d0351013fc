package psyscall.cli.output;

import psyscall.checker.search.Counts;
import psyscall.checker.search.Strategy;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.input.Walks;
import psyscall.cli.session.Session;

/// Random walks for people: what would reproduce them, then what they met.
///
/// @param session where it is printed
public record SimulateReport(Session session) {

  /// What would reproduce the walks; printed before they begin.
  ///
  /// @param prepared what is asked
  /// @param walks how they are walked
  public void header(PreparedCheck prepared, Strategy.RandomWalk walks) {
    new CheckReport(session).subject(prepared.check());
    line("walks", Walks.text(walks));
    session.say("");
    session.flush();
  }

  /// What came of the walks.
  ///
  /// @param outcome all of it
  public void outcome(Outcome outcome) {
    line("walked", walked(outcome));
    line("rules", CheckReport.rules(outcome));
    // What part of the walks has not met tells nothing.
    if (outcome.exploration().isComplete()) {
      line("never fired", Words.list(outcome.exploration().neverFired()));
    }
    new CheckReport(session).findings(outcome);
  }

  private static String walked(Outcome outcome) {
    Counts counts = outcome.counts();
    String runs =
        outcome
            .prepared()
            .manner()
            .walks()
            .map(walks -> Words.count(walks.runs(), "walk"))
            .orElseThrow();
    String met =
        "%s, the longest walk %s, %s met"
            .formatted(
                Words.count(counts.transitions(), "step"),
                Words.number(counts.depth()),
                Words.count(counts.states(), "distinct state"));
    return outcome
        .exploration()
        .cut()
        .map(cut -> "part of %s, %s: %s".formatted(runs, met, cut.text()))
        .orElseGet(() -> runs + ", " + met);
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }
}
