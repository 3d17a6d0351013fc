package psyscall.model.assembly;

/// An input that is not what it should be: no ELF file, a table that points past the end, assembly
/// with an unknown word.
///
/// Its message is one line of lower case that names the offending values.
public final class UnreadableCodeException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Makes the error.
  ///
  /// @param message what is wrong, with the offending values
  public UnreadableCodeException(String message) {
    super(Printable.of(message));
  }
}
