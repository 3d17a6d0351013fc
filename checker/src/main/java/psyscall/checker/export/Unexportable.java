package psyscall.checker.export;

/// A specification that the other language cannot say.
public final class Unexportable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Makes the refusal.
  ///
  /// @param message what cannot be said, with the offending values and the limit
  public Unexportable(String message) {
    super(message);
  }
}
