package psyscall.checker.store;

/// States with consecutive numbers, all in one chunk of a [StateStore].
///
/// @param from the first number
/// @param to one above the last number, greater than `from`
public record StateRange(int from, int to) {
  /// Checks that there is one.
  public StateRange {
    if (from >= to) {
      throw new IllegalArgumentException("range without states: from=" + from + ", to=" + to);
    }
  }

  /// How many states it has.
  ///
  /// @return their number, at least 1
  public int size() {
    return to - from;
  }
}
