package psyscall.cli.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import psyscall.cli.session.ExitCode;

/// What is said about one file.
///
/// @param name of the file
/// @param verdict in a few words, such as `explained`
/// @param exit what the command would end with if it were the only file
/// @param details lines that come before the verdict, at most 100 columns each
/// @param line the verdict in one line
/// @param document the same for programs
public record Judged(
    String name,
    String verdict,
    ExitCode exit,
    List<String> details,
    String line,
    ObjectNode document) {
  /// Copies the lines.
  public Judged {
    details = List.copyOf(details);
  }

  /// Whether the run was explained.
  ///
  /// @return whether all of it was
  public boolean isExplained() {
    return exit == ExitCode.HOLDS;
  }
}
