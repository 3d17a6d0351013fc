package psyscall.checker.search;

/// How far a search goes.
///
/// @param until what ends it
/// @param limits what it may cost
public record SearchOptions(Until until, Limits limits) {
  /// The whole graph, whatever it costs.
  public static final SearchOptions WHOLE_GRAPH = new SearchOptions(Until.WHOLE_GRAPH, Limits.NONE);

  /// What ends a search.
  public enum Until {
    /// All is explored, so that counts are of the whole graph and every property gets its verdict.
    WHOLE_GRAPH,
    /// A property is known to be violated, after the state in whose expansion that was found.
    /// Properties that are judged on the whole graph (quiet states, deadlock, `possible`) do not
    /// end it; those without a verdict by then are inconclusive.
    FIRST_VIOLATION
  }

  /// The same options with other limits.
  ///
  /// @param other what the search may cost
  /// @return the changed options
  public SearchOptions within(Limits other) {
    return new SearchOptions(until, other);
  }

  /// The same options with another end.
  ///
  /// @param other what ends the search
  /// @return the changed options
  public SearchOptions until(Until other) {
    return new SearchOptions(other, limits);
  }
}
