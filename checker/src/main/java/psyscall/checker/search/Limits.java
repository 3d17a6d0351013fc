package psyscall.checker.search;

import java.time.Duration;

/// How much a search may cost. A limit that is reached makes verdicts inconclusive; it is no
/// failure.
///
/// @param maxStates the greatest number of distinct states that are kept, from 1 to [#STATES_MAX];
///   a graph of exactly so many is explored completely
/// @param maxTime how long the search may run, the passes over the graph after it included; the way
///   to a violation that was found is told in any case
/// @param maxMemoryBytes how much memory states, tables and passes may take: it is asked for before
///   it is taken, and never more than the heap has. What the program needs besides comes on top,
///   some tens of megabytes
public record Limits(int maxStates, Duration maxTime, long maxMemoryBytes) {
  /// The greatest number of states.
  public static final int STATES_MAX = 1 << 29;

  /// No limits but those of the machine.
  public static final Limits NONE =
      new Limits(STATES_MAX, Duration.ofNanos(Long.MAX_VALUE), Long.MAX_VALUE);

  /// Checks the ranges.
  public Limits {
    if (maxStates < 1 || maxStates > STATES_MAX) {
      throw new IllegalArgumentException(
          "state limit: maxStates=" + maxStates + ", limit=1.." + STATES_MAX);
    }
    if (!maxTime.isPositive() || maxTime.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "time limit: maxTime=" + maxTime + ", limit=above 0, at most 2^63-1 ns");
    }
    if (maxMemoryBytes < 1) {
      throw new IllegalArgumentException(
          "memory limit: maxMemoryBytes=" + maxMemoryBytes + ", limit=1..");
    }
  }

  /// The same limits with another number of states.
  ///
  /// @param states the greatest number of distinct states
  /// @return the changed limits
  public Limits withMaxStates(int states) {
    return new Limits(states, maxTime, maxMemoryBytes);
  }

  /// The same limits with another time.
  ///
  /// @param time how long the loop may run
  /// @return the changed limits
  public Limits withMaxTime(Duration time) {
    return new Limits(maxStates, time, maxMemoryBytes);
  }

  /// The same limits with another amount of memory.
  ///
  /// @param memoryBytes how much of the heap may be in use
  /// @return the changed limits
  public Limits withMaxMemoryBytes(long memoryBytes) {
    return new Limits(maxStates, maxTime, memoryBytes);
  }
}
