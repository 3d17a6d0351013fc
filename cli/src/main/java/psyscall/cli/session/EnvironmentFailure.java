package psyscall.cli.session;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Disk, memory or output failed; the same command may succeed elsewhere.
public final class EnvironmentFailure extends Failure {
  private static final long serialVersionUID = 1L;

  /// Makes the failure.
  ///
  /// @param message what failed on what
  public EnvironmentFailure(String message) {
    super(ExitCode.ENVIRONMENT, message);
  }

  /// What the system says of a failed access, without the path, in lower case.
  ///
  /// @param error the exception
  /// @return such as `no such file or folder`
  public static String reason(IOException error) {
    return switch (error) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "file exists";
      case MalformedInputException _ -> "not UTF-8";
      case FileSystemException e when e.getReason() != null -> lower(e.getReason());
      case IOException e when e.getMessage() != null && !(e instanceof FileSystemException) ->
          lower(e.getMessage());
      case IOException e -> lower(e.getClass().getSimpleName());
    };
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
