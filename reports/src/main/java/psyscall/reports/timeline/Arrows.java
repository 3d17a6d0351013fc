package psyscall.reports.timeline;

import java.util.BitSet;

/// The arrows between the lanes in one line: along them a thing passes from lane to lane.
final class Arrows {
  /// Gaps that a line goes through; gap k follows lane k.
  private final BitSet gaps = new BitSet();

  /// Gaps at whose left end there is an arrow head.
  private final BitSet left = new BitSet();

  /// Gaps at whose right end there is an arrow head.
  private final BitSet right = new BitSet();

  /// Adds an arrow.
  ///
  /// @param from the lane where it begins, from 0
  /// @param to the lane that it points to
  void add(int from, int to) {
    gaps.set(Math.min(from, to), Math.max(from, to));
    if (to < from) {
      left.set(to);
    } else {
      right.set(to - 1);
    }
  }

  /// Whether a line goes through a lane.
  boolean crosses(int lane) {
    return lane > 0 && gaps.get(lane - 1) && gaps.get(lane);
  }

  /// What stands between a lane and the next.
  ///
  /// @param lane the lane before the gap
  /// @param columns how wide the gap is, at least 2
  /// @param glyphs the characters
  String gap(int lane, int columns, Glyphs glyphs) {
    if (!gaps.get(lane)) {
      return " ".repeat(columns);
    }
    return (left.get(lane) ? glyphs.headLeft() : glyphs.line())
        + glyphs.line().repeat(columns - 2)
        + (right.get(lane) ? glyphs.headRight() : glyphs.line());
  }
}
