package psyscall.model.interpret;

/// A mistake of ours in a specification that was met while executing it: nil where an id must be,
/// an id outside the world, a rule that does not say where it goes on.
///
/// What the modelled system gets wrong is never this error; that is an
/// [psyscall.spec.process.Ending].
public final class ModelError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Makes the error.
  ///
  /// @param message what is wrong, with the offending values
  public ModelError(String message) {
    super(message);
  }

  /// The same error with the place where it was met.
  ///
  /// @param message what is wrong, with the offending values, the rule and the actor
  /// @param cause the error without its place
  public ModelError(String message, RuntimeException cause) {
    super(message, cause);
  }
}
