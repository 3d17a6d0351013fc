package psyscall.cli.session;

/// The command line asks for something that there is not, or in a way that is not understood.
public final class WrongUsage extends Failure {
  private static final long serialVersionUID = 1L;

  /// Makes the failure.
  ///
  /// @param message what is wrong with which values, the limit or the choices, what to do
  public WrongUsage(String message) {
    super(ExitCode.USAGE, message);
  }
}
