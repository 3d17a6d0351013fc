package psyscall.spec.term;

/// A specification that is not well formed: a wrong sort, a jump to nowhere, a variable out of
/// scope.
///
/// The message names what is wrong as `name=value` pairs; the recorder of a procedure adds the
/// procedure and the label at which it was met.
public final class IllFormed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Makes the error.
  ///
  /// @param message what is wrong, with the offending values
  public IllFormed(String message) {
    super(message);
  }

  /// The same error with the place where it was met.
  ///
  /// @param message what is wrong, with the offending values and the place
  /// @param cause the error without its place
  public IllFormed(String message, IllFormed cause) {
    super(message, cause);
  }
}
