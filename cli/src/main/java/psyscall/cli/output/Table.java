package psyscall.cli.output;

import java.util.ArrayList;
import java.util.List;

/// Rows below their headings, each column as wide as its widest cell, numbers to the right. A long
/// text is broken into lines, so that a table is not much wider than a terminal.
public final class Table {
  private static final String GAP = "  ";

  /// The widest a column can be, but for the last one.
  private static final int COLUMN_MAX = 30;

  /// How wide a table should be, and how wide its last column can be in any case.
  private static final int TABLE_MAX = 100;

  private static final int LAST_COLUMN_MIN = 21;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /// A table without rows.
  ///
  /// @param headings one for each column
  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /// Adds a row.
  ///
  /// @param cells one for each column
  public void row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "cells of a row: wanted=" + headings.size() + ", given=" + cells.length);
    }
    rows.add(List.of(cells));
  }

  /// The table as text.
  ///
  /// @return the headings and at least a line for each row, without spaces at the ends of lines
  public List<String> lines() {
    List<Integer> widths = widths();
    List<String> lines = new ArrayList<>(lines(headings, widths));
    rows.forEach(row -> lines.addAll(lines(row, widths)));
    return lines;
  }

  private List<String> lines(List<String> row, List<Integer> widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      cells.add(Words.wrapped(row.get(column), widths.get(column)));
    }
    int height = cells.stream().mapToInt(List::size).reduce(1, Math::max);
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < height; at++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < cells.size(); column++) {
        String part = at < cells.get(column).size() ? cells.get(column).get(at) : "";
        String padding = " ".repeat(Math.max(0, widths.get(column) - part.length()));
        line.append(column == 0 ? "" : GAP);
        line.append(isNumeric(column) ? padding + part : part + padding);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    int taken = 0;
    for (int column = 0; column < headings.size(); column++) {
      boolean isLast = column == headings.size() - 1;
      int most = isLast ? Math.max(LAST_COLUMN_MIN, TABLE_MAX - taken) : COLUMN_MAX;
      int width = Math.min(most, widest(column));
      widths.add(width);
      taken += width + GAP.length();
    }
    return widths;
  }

  private int widest(int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).length())
        .reduce(headings.get(column).length(), Math::max);
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[\\d,]+|-"));
  }
}
