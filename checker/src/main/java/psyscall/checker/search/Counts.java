package psyscall.checker.search;

/// How much a search has explored.
///
/// @param states distinct states met, the initial one included
/// @param expanded how many of them had all their transitions taken
/// @param transitions pairs of a state and a step that is possible in it: two steps from one state
///   to one target are two transitions (another rule, another actor or other answers to its
///   choices); a step back to a known state, or to the same state, is one too
/// @param depth the greatest number of steps that a shortest way to a met state has
public record Counts(long states, long expanded, long transitions, int depth) {

  /// How many states still wait.
  ///
  /// @return states that were met and not expanded; 0 after a complete search
  public long frontier() {
    return states - expanded;
  }

  /// The counts as people read them.
  ///
  /// @return such as `states=8, expanded=5, transitions=12, depth=3`
  @Override
  public String toString() {
    return "states=%d, expanded=%d, transitions=%d, depth=%d"
        .formatted(states, expanded, transitions, depth);
  }
}
