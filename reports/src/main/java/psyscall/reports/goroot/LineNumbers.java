package psyscall.reports.goroot;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The lines of offsets in a text.
final class LineNumbers {
  private final int[] starts;

  /// Counts the lines.
  ///
  /// @param text any
  LineNumbers(String text) {
    starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray();
  }

  /// The line of an offset.
  ///
  /// @param offset at least 0
  /// @return from 1
  int at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The lines of a part.
  ///
  /// @param start its first offset
  /// @param end the offset behind it, greater than the first
  /// @return all lines that it touches
  Lines between(int start, int end) {
    return new Lines(at(start), at(end - 1));
  }
}
