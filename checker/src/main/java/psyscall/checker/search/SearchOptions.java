package psyscall.checker.search;

/// How far a search goes, and how.
///
/// @param until what ends it
/// @param limits what it may cost
/// @param threads how many threads take steps, from 1 to [#THREADS_MAX]; results do not depend on
///   it; only breadth first takes more than one
/// @param strategy in which order states are visited
/// @param symmetry whether states that differ by a permutation of ids count as one
public record SearchOptions(
    Until until, Limits limits, int threads, Strategy strategy, Symmetry symmetry) {
  /// The greatest number of threads.
  public static final int THREADS_MAX = 64;

  /// The whole graph, whatever it costs: one thread, breadth first, without symmetry.
  public static final SearchOptions WHOLE_GRAPH =
      new SearchOptions(
          Until.WHOLE_GRAPH, Limits.NONE, 1, new Strategy.BreadthFirst(), Symmetry.OFF);

  /// Checks the number of threads.
  public SearchOptions {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException(
          "number of threads: threads=" + threads + ", limit=1.." + THREADS_MAX);
    }
    if (threads > 1 && !(strategy instanceof Strategy.BreadthFirst)) {
      throw new IllegalArgumentException(
          "only breadth first takes several threads: threads="
              + threads
              + ", strategy="
              + strategy);
    }
  }

  /// What ends a search.
  public enum Until {
    /// All is explored, so that counts are of the whole graph and every property gets its verdict.
    WHOLE_GRAPH,
    /// A property is known to be violated: breadth first at the end of the level in which that was
    /// found, so that counts are the same for any number of threads, otherwise at once. Properties
    /// that are judged on the whole graph (quiet states, deadlock, `possible`) do not end it; those
    /// without a verdict by then are inconclusive.
    FIRST_VIOLATION
  }

  /// Whether states that differ by a permutation of ids count as one.
  public enum Symmetry {
    /// They do, unless the specification or a property names an individual.
    AUTO,
    /// They do not.
    OFF
  }

  /// The same options with other limits.
  ///
  /// @param other what the search may cost
  /// @return the changed options
  public SearchOptions within(Limits other) {
    return new SearchOptions(until, other, threads, strategy, symmetry);
  }

  /// The same options with another end.
  ///
  /// @param other what ends the search
  /// @return the changed options
  public SearchOptions until(Until other) {
    return new SearchOptions(other, limits, threads, strategy, symmetry);
  }

  /// The same options with another number of threads.
  ///
  /// @param other how many threads take steps
  /// @return the changed options
  public SearchOptions threads(int other) {
    return new SearchOptions(until, limits, other, strategy, symmetry);
  }

  /// The same options with another order.
  ///
  /// @param other in which order states are visited
  /// @return the changed options
  public SearchOptions strategy(Strategy other) {
    return new SearchOptions(until, limits, threads, other, symmetry);
  }

  /// The same options with or without symmetry.
  ///
  /// @param other whether states that differ by a permutation of ids count as one
  /// @return the changed options
  public SearchOptions symmetry(Symmetry other) {
    return new SearchOptions(until, limits, threads, strategy, other);
  }
}
