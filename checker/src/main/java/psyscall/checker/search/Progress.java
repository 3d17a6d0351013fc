package psyscall.checker.search;

import java.time.Duration;

/// Where a search is.
///
/// @param phase what it does
/// @param counts how much it has explored
/// @param usedMemoryBytes how much of the heap is in use by what lives long, some garbage included
/// @param elapsed how long it has run
public record Progress(Phase phase, Counts counts, long usedMemoryBytes, Duration elapsed) {
  /// What a search does, one after the other.
  public enum Phase {
    /// Takes steps.
    EXPLORING,
    /// Computes the verdicts on the graph.
    JUDGING
  }
}
