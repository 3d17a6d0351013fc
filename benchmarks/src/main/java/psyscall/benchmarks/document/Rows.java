package psyscall.benchmarks.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table of a Markdown page.
final class Rows {
  private final List<String> lines = new ArrayList<>();
  private final int columns;

  /// A table without rows.
  ///
  /// @param heads the heads of its columns; the first is to the left, figures are to the right
  Rows(String... heads) {
    this.columns = heads.length;
    lines.add(row(List.of(heads)));
    List<String> rules = new ArrayList<>(Collections.nCopies(columns, "---:"));
    rules.set(0, "---");
    lines.add(row(rules));
  }

  /// Adds a row.
  ///
  /// @param cells as many as there are columns
  /// @return this
  Rows add(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "wrong number of cells: cells=" + cells.length + ", columns=" + columns);
    }
    lines.add(row(List.of(cells)));
    return this;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
