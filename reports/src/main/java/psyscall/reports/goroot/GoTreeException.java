package psyscall.reports.goroot;

/// A folder that is not a readable source tree of Go: the user's input is wrong, not the program.
///
/// The message is one line and tells what is wrong with which folder or file.
public final class GoTreeException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Makes the error.
  ///
  /// @param message what is wrong with which folder or file
  GoTreeException(String message) {
    super(message);
  }

  /// What is wrong.
  ///
  /// @return one line
  public String text() {
    return String.valueOf(getMessage());
  }
}
