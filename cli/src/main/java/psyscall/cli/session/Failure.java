package psyscall.cli.session;

/// Why a command cannot do what it was asked to, other than by a mistake of ours: a message for
/// people, no stack trace.
public abstract sealed class Failure extends RuntimeException
    permits WrongUsage, UnreadableInput, EnvironmentFailure {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  /// Makes the failure.
  ///
  /// @param exit how the process ends
  /// @param message what is wrong with which values, the limit or the choices, what to do
  protected Failure(ExitCode exit, String message) {
    super(message, null, false, false);
    this.exit = exit;
  }

  /// How the process ends.
  ///
  /// @return the exit code
  public ExitCode exit() {
    return exit;
  }

  /// What is wrong.
  ///
  /// @return at most five lines
  public String text() {
    return String.valueOf(getMessage());
  }
}
