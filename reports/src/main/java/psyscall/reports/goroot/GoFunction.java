package psyscall.reports.goroot;

import java.util.List;

/// A function or method that a Go file declares.
///
/// @param name its name, without the receiver
/// @param lines from its first line to its last
/// @param operations what it calls, in textual order: `f(g())` calls `f` first here
public record GoFunction(String name, Lines lines, List<GoOperation> operations) {
  /// Copies the operations.
  public GoFunction {
    operations = List.copyOf(operations);
  }
}
