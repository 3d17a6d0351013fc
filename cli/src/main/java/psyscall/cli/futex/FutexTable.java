package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import psyscall.cli.output.Table;
import psyscall.cli.session.ExitCode;

/// The table: cells, each computed and measured.
///
/// @param sources how the cells were measured
/// @param scheduler the option that computes the same cells again
/// @param rows the cells, in order
/// @param wanted how many cells were asked for; more than there are if somebody ended the run
record FutexTable(List<String> sources, String scheduler, List<Row> rows, int wanted) {
  /// Copies the lists.
  FutexTable {
    sources = List.copyOf(sources);
    rows = List.copyOf(rows);
  }

  /// A cell, and how it depends on what is drawn.
  ///
  /// @param cell the cell
  /// @param stability what many seeds give
  record Row(Cell cell, Stability stability) {}

  /// The table as text.
  ///
  /// @return a header, the cells below what they do, the rule by which they are compared, the
  ///   verdict
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("computed      by the rules of each release, in virtual time, " + scheduler);
    sources.forEach(source -> lines.add("measured      " + source));
    lines.add("times         milliseconds of the calls, the shortest first / of the whole");
    lines.add("begin         how many calls begin at a time: 2+1 is two, and the third later");
    for (int from = 0; from < rows.size(); ) {
      int to = from + 1;
      while (to < rows.size() && isOneGroup(rows.get(from).cell(), rows.get(to).cell())) {
        to++;
      }
      lines.add("");
      lines.add(heading(rows.get(from).cell()));
      lines.addAll(group(rows.subList(from, to)));
      from = to;
    }
    lines.add("");
    lines.add(
        "A cell agrees if outcomes and begins are equal, and the whole times within 5 ms; within 10 ms,");
    lines.add(
        "sysmon's longest sleep, where a signal ends a wait; from Go 1.14 on 10 ms more where another");
    lines.add("goroutine sleeps, whose timer may be on a P that a raw wait holds.");
    lines.add("");
    lines.add(verdict());
    return lines;
  }

  private static boolean isOneGroup(Cell one, Cell other) {
    return one.experiment().waits().equals(other.experiment().waits())
        && one.experiment().preemption() == other.experiment().preemption();
  }

  private static String heading(Cell cell) {
    String how =
        switch (cell.experiment().preemption()) {
          case ASYNCHRONOUS -> "";
          case COOPERATIVE -> ", asyncpreemptoff=1";
        };
    return cell.experiment().waits().text() + how;
  }

  private static List<String> group(List<Row> rows) {
    Table table = new Table("P", "Go", "outcome", "computed", "measured", "begin", "verdict");
    for (Row row : rows) {
      Cell cell = row.cell();
      Experiment experiment = cell.experiment();
      table.row(
          String.valueOf(experiment.processors()),
          experiment.release().name(),
          both(cell, Seen::outcomes),
          cell.computed().millis(),
          cell.measured().map(FutexTable::millis).orElse("-"),
          both(cell, Seen::begins),
          verdict(row));
    }
    return table.lines();
  }

  private static String millis(Measurement measured) {
    int runs = measured.runs().size();
    String share = measured.alike() == runs ? "" : " (%d of %d)".formatted(measured.alike(), runs);
    return (measured.typical().millis() + share).strip();
  }

  /// What was computed, and behind it what was measured, if that is something else.
  private static String both(Cell cell, Function<Seen, String> what) {
    String ours = what.apply(cell.computed());
    return cell.measured()
        .map(measured -> what.apply(measured.typical()))
        .filter(theirs -> !theirs.equals(ours))
        .map(theirs -> ours + ", measured " + theirs)
        .orElse(ours);
  }

  private static String verdict(Row row) {
    String word = row.cell().verdict().word();
    List<String> differences = row.cell().differences();
    String text = differences.isEmpty() ? word : word + ": " + String.join(", ", differences);
    return row.stability().isStable() ? text : text + "; by seed: " + row.stability().text();
  }

  private String verdict() {
    Map<Cell.Verdict, Integer> counts = counts();
    int agree = counts.getOrDefault(Cell.Verdict.AGREES, 0);
    int differ = counts.getOrDefault(Cell.Verdict.DIFFERS, 0);
    int open = counts.getOrDefault(Cell.Verdict.NOT_COMPARED, 0);
    String whole = "%d of %d cells agree".formatted(agree, agree + differ);
    String rest = open == 0 ? "" : ", %d not measured".formatted(open);
    String cut = isCut() ? "interrupted after %d of %d: ".formatted(rows.size(), wanted) : "";
    return cut + whole + rest + seeds();
  }

  private String seeds() {
    int seeds = rows.stream().mapToInt(row -> row.stability().seeds()).reduce(0, Math::max);
    long stable = rows.stream().filter(row -> row.stability().isStable()).count();
    return seeds == 0
        ? ""
        : "; %d of %d the same with each of %d seeds".formatted(stable, rows.size(), seeds);
  }

  private boolean isCut() {
    return rows.size() < wanted;
  }

  /// How many cells have each verdict.
  Map<Cell.Verdict, Integer> counts() {
    Map<Cell.Verdict, Integer> counts = new EnumMap<>(Cell.Verdict.class);
    rows.forEach(row -> counts.merge(row.cell().verdict(), 1, Integer::sum));
    return counts;
  }

  /// How it counts: a cell that was not measured is no success and no failure, but something must
  /// have been compared.
  ExitCode exit() {
    if (isCut()) {
      return ExitCode.INTERRUPTED;
    }
    Map<Cell.Verdict, Integer> counts = counts();
    if (counts.containsKey(Cell.Verdict.DIFFERS)) {
      return ExitCode.NOT_CONFORMING;
    }
    return counts.containsKey(Cell.Verdict.AGREES) ? ExitCode.HOLDS : ExitCode.VACUOUS;
  }
}
