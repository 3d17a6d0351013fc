package psyscall.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.check.BugCell;
import psyscall.cli.check.BugTable;
import psyscall.cli.session.Session;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Presence;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// Bugs times releases, for people.
///
/// @param session where it is printed
public record BugTableReport(Session session) {

  /// Prints the table.
  ///
  /// @param table what was found
  public void print(BugTable table) {
    List<String> headings = new ArrayList<>(List.of("bug", "id", "looked for in"));
    Release.all().forEach(release -> headings.add(release.name()));
    headings.add("Go's repair");
    Table text = new Table(headings.toArray(String[]::new));
    for (Bug bug : table.cells().stream().map(BugCell::bug).distinct().toList()) {
      List<String> row = new ArrayList<>(List.of(bug.name(), bug.catalogue(), bug.scenario()));
      table.row(bug).forEach(cell -> row.add(text(cell)));
      while (row.size() < headings.size() - 1) {
        row.add("-");
      }
      row.add(repair(bug));
      text.row(row.toArray(String[]::new));
    }
    text.lines().forEach(session::say);
    session.say("");
    table.differences().forEach(difference -> session.say("not as expected: " + difference));
    session.say(verdict(table));
  }

  private static String repair(Bug bug) {
    boolean isNative = bug.in().values().stream().anyMatch(Presence.Native.class::isInstance);
    if (!isNative) {
      return "-";
    }
    return bug.repair().isEmpty()
        ? "none"
        : String.join(", ", bug.repair().stream().map(Change::word).toList());
  }

  /// A cell in words.
  static String text(BugCell cell) {
    String found = cell.steps().map(steps -> " " + steps).orElse("");
    return switch (cell.expected()) {
      case Presence.Native of -> of.text() + (found.isEmpty() ? " NOT FOUND" : found);
      case Presence.PutBack of -> of.text() + (found.isEmpty() ? " NOT FOUND" : found);
      case Presence.Absent of -> cell.differences().isEmpty() ? of.text() : "NOT ABSENT";
      case Presence.NotJudged of -> of.why();
    };
  }

  /// The verdict in a line.
  static String verdict(BugTable table) {
    long judged = table.cells().stream().filter(BugCell::isJudged).count();
    long right =
        table.cells().stream()
            .filter(cell -> cell.isJudged() && cell.differences().isEmpty())
            .count();
    long open = table.cells().size() - judged;
    String rest = open == 0 ? "" : ", %d not judged".formatted(open);
    String whole = table.missing() == 0 ? "" : ", %d not begun".formatted(table.missing());
    boolean isRight = table.differences().isEmpty() && table.missing() == 0;
    return "%s: %d of %d cells are as history has it%s%s"
        .formatted(
            isRight ? "as expected" : table.exit().meaning().toLowerCase(Locale.ROOT),
            right,
            judged,
            rest,
            whole);
  }
}
