package psyscall.reports.goroot;

import java.util.List;
import java.util.stream.Stream;

/// Lines of a file that follow each other.
///
/// @param first the first of them, from 1
/// @param last the last of them, at least the first
public record Lines(int first, int last) {
  private static final String BETWEEN = "–";

  /// Checks the order.
  public Lines {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("lines out of order: first=" + first + ", last=" + last);
    }
  }

  /// Reads a list of lines.
  ///
  /// @param text such as `141–177, 511`; the empty text for none
  /// @return in the order of the text
  /// @throws IllegalArgumentException if the text is no such list
  public static List<Lines> parse(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(", ", -1)).map(Lines::one).toList();
  }

  private static Lines one(String text) {
    String[] ends = text.split(BETWEEN, -1);
    try {
      return new Lines(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not understood: lines=" + text, e);
    }
  }

  /// Whether other lines are all among these.
  ///
  /// @param other any lines
  /// @return whether they are
  public boolean hold(Lines other) {
    return first <= other.first && other.last <= last;
  }

  /// Whether a line is among these.
  ///
  /// @param line from 1
  /// @return whether it is
  public boolean hold(int line) {
    return first <= line && line <= last;
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + BETWEEN + last;
  }
}
