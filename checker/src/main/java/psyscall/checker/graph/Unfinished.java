package psyscall.checker.graph;

/// A pass over the graph was ended before its end, or got no memory; its message says why and what
/// was covered. It is an answer of the pass, no failure.
public final class Unfinished extends Exception {
  private static final long serialVersionUID = 1L;

  /// Makes the answer.
  ///
  /// @param message which limit, with its value
  Unfinished(String message) {
    super(message);
  }

  /// The same answer with what was covered.
  ///
  /// @param covered what was done before
  /// @return the longer answer
  Unfinished having(String covered) {
    return new Unfinished(text() + "; covered: " + covered);
  }

  /// Why, in one clause.
  ///
  /// @return which limit, with its value
  public String text() {
    return String.valueOf(getMessage());
  }
}
