package psyscall.cli.session;

/// An input file is not what it should be.
public final class UnreadableInput extends Failure {
  private static final long serialVersionUID = 1L;

  /// Makes the failure.
  ///
  /// @param message which file, and what is wrong with it
  public UnreadableInput(String message) {
    super(ExitCode.UNREADABLE, message);
  }
}
