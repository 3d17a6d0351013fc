package psyscall.reports.goroot;

import java.util.Set;

/// A call in the text of a function, or an instruction of assembly that calls, traps or is atomic.
///
/// @param line where it stands, from 1
/// @param callee what is called, such as `atomic.Cas` or `throw`; in assembly the instruction
/// @param text the call with its arguments, on one line
public record GoOperation(int line, String callee, String text) {
  private static final Set<String> ENDS = Set.of("throw", "fatal", "panic", "exit");

  /// Whether it ends the program: `throw`, `fatal`, `panic`, `exit`, or one of the runtime's
  /// functions that do nothing else, whose names begin with `bad`.
  ///
  /// @return whether it does
  public boolean isThrow() {
    return ENDS.contains(callee) || callee.startsWith("bad");
  }
}
