package psyscall.cli.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import psyscall.cli.session.ExitCode;
import psyscall.spec.bug.Bug;
import psyscall.spec.release.Release;

/// Bugs times releases: what was found beside what history says.
///
/// @param cells bug by bug, release by release, as far as they were computed
/// @param missing how many cells were not computed, since somebody interrupted
public record BugTable(List<BugCell> cells, int missing) {
  /// Copies the cells.
  public BugTable {
    cells = List.copyOf(cells);
  }

  /// Computes the table.
  ///
  /// @param bugs the rows
  /// @param search makes a search
  /// @param isInterrupted whether to stop
  /// @param each told of each cell when it is there
  /// @return the table
  public static BugTable of(
      List<Bug> bugs,
      Function<Check, Outcome> search,
      BooleanSupplier isInterrupted,
      Consumer<BugCell> each) {
    List<BugCell> cells = new ArrayList<>();
    for (Bug bug : bugs) {
      for (Release release : Release.all()) {
        if (isInterrupted.getAsBoolean()) {
          return new BugTable(cells, bugs.size() * Release.all().size() - cells.size());
        }
        BugCell cell = cell(bug, release, search);
        cells.add(cell);
        each.accept(cell);
      }
    }
    return new BugTable(cells, 0);
  }

  private static BugCell cell(Bug bug, Release release, Function<Check, Outcome> search) {
    BugSearches searches = BugSearches.of(bug, release);
    return new BugCell(bug, release, searches.shown().map(search), searches.held().map(search));
  }

  /// What is not as history has it: the differences of the cells, and rows in which a bug is absent
  /// although it was found nowhere.
  ///
  /// @return one line for each
  public List<String> differences() {
    List<String> all = new ArrayList<>();
    for (BugCell cell : cells) {
      cell.differences()
          .forEach(
              what ->
                  all.add(
                      "%s in %s: %s; expected: %s"
                          .formatted(
                              cell.bug().name(),
                              cell.release().name(),
                              what,
                              cell.expected().text())));
    }
    cells.stream()
        .map(BugCell::bug)
        .distinct()
        .filter(bug -> row(bug).stream().anyMatch(BugCell::isJudged))
        .filter(bug -> row(bug).stream().noneMatch(BugCell::isFound))
        .forEach(bug -> all.add(bug.name() + ": found in no release, so its absence says nothing"));
    return all;
  }

  /// The cells of a bug.
  ///
  /// @param bug one of the rows
  /// @return one for each release that was computed
  public List<BugCell> row(Bug bug) {
    return cells.stream().filter(cell -> cell.bug().equals(bug)).toList();
  }

  /// The exit code of the whole.
  ///
  /// @return the gravest of the cells; vacuous where a bug was found nowhere
  public ExitCode exit() {
    if (missing > 0) {
      return ExitCode.INTERRUPTED;
    }
    ExitCode gravest =
        cells.stream().map(BugCell::exit).min(Comparator.naturalOrder()).orElseThrow();
    return gravest == ExitCode.HOLDS && !differences().isEmpty() ? ExitCode.VACUOUS : gravest;
  }
}
