package psyscall.checker.search;

/// In which order a search visits states.
public sealed interface Strategy {

  /// Nearest first: counterexamples are shortest, and the same for any number of threads.
  record BreadthFirst() implements Strategy {}

  /// Deepest first, on one thread: counterexamples are not shortest. It costs 12 bytes a state more
  /// than breadth first.
  record DepthFirst() implements Strategy {}

  /// Random walks from the initial state, on one thread. Nothing is exhausted, so that what holds
  /// does so of the sample only.
  ///
  /// @param seed determines the walks
  /// @param steps how many steps a walk has at most, at least 1
  /// @param runs how many walks there are, at least 1
  record RandomWalk(long seed, int steps, int runs) implements Strategy {
    /// Checks the ranges.
    public RandomWalk {
      if (steps < 1) {
        throw new IllegalArgumentException("steps of a walk: steps=" + steps + ", limit=1..");
      }
      if (runs < 1) {
        throw new IllegalArgumentException("number of walks: runs=" + runs + ", limit=1..");
      }
    }
  }
}
