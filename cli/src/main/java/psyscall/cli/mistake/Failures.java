package psyscall.cli.mistake;

import java.util.List;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Failure;
import psyscall.cli.session.Session;

/// Says on `stderr` why a command failed: one line for what the user or the system can mend, a
/// stack trace for a mistake of ours.
public final class Failures {
  private Failures() {}

  /// Reports what was thrown.
  ///
  /// @param thrown an exception or an error
  /// @param args the command line, which reproduces it
  /// @param session where it is said
  /// @return the exit code
  public static int report(Throwable thrown, List<String> args, Session session) {
    // What was printed before comes first, whether or not it can be written.
    session.out().flush();
    ExitCode exit =
        switch (thrown) {
          case Failure failure -> {
            session.err().println("psyscall: " + failure.text());
            yield failure.exit();
          }
          case OutOfMemoryError error -> {
            session.err().println("psyscall: " + outOfMemory(error));
            yield ExitCode.ENVIRONMENT;
          }
          case Throwable mistake -> {
            internal(mistake, args, session);
            yield ExitCode.INTERNAL;
          }
        };
    session.err().flush();
    return exit.code();
  }

  private static String outOfMemory(OutOfMemoryError error) {
    return "out of memory: %s; set --max-memory, or PSYSCALL_JAVA_OPTS=-Xmx8g"
        .formatted(String.valueOf(error.getMessage()));
  }

  private static void internal(Throwable mistake, List<String> args, Session session) {
    session
        .err()
        .println(
            "psyscall: internal error, a mistake of psyscall: please report all of this: version="
                + session.version()
                + ", arguments="
                + args);
    mistake.printStackTrace(session.err());
  }
}
