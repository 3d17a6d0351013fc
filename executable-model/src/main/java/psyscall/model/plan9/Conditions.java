package psyscall.model.plan9;

import java.util.ArrayDeque;
import java.util.Deque;
import psyscall.model.assembly.UnreadableCodeException;

/// The conditions of `#ifdef` that are open.
final class Conditions {
  private static final int DEPTH_MAX = 64;

  private final Deque<Level> levels = new ArrayDeque<>();

  /// One condition.
  ///
  /// @param outer whether the text around it counts
  /// @param holds whether the part that is being read counts
  /// @param turned whether `#else` has been seen
  private record Level(boolean outer, boolean holds, boolean turned) {}

  /// Whether the text here counts.
  boolean active() {
    return levels.isEmpty() || levels.peek().holds();
  }

  void open(boolean holds) throws UnreadableCodeException {
    if (levels.size() >= DEPTH_MAX) {
      throw new UnreadableCodeException("conditions too deep: limit=" + DEPTH_MAX);
    }
    levels.push(new Level(active(), active() && holds, false));
  }

  void turn(int line) throws UnreadableCodeException {
    if (levels.isEmpty() || levels.peek().turned()) {
      throw new UnreadableCodeException("#else without #ifdef: line=" + line);
    }
    Level level = levels.pop();
    levels.push(new Level(level.outer(), level.outer() && !level.holds(), true));
  }

  void close(int line) throws UnreadableCodeException {
    if (levels.isEmpty()) {
      throw new UnreadableCodeException("#endif without #ifdef: line=" + line);
    }
    levels.pop();
  }

  void requireClosed() throws UnreadableCodeException {
    if (!levels.isEmpty()) {
      throw new UnreadableCodeException("#ifdef without #endif: open=" + levels.size());
    }
  }
}
