package psyscall.checker.oracle;

import java.util.OptionalInt;

/// A fault that the tracer of some releases is known to have: what it writes is no possible run,
/// although the program's was.
public enum TracerFault {
  /// Up to Go 1.19. Seen here with 1.6, 1.14 and 1.19; gone in 1.20.
  C_THREADS_UNANNOUNCED(
      29707,
      "up to Go 1.19 the goroutine of a C thread that calls Go is not told of: neither its creation"
          + " nor that it is in a system call"),
  /// Go 1.21.
  C_THREAD_EXIT_MISSING(
      -1,
      "Go 1.21 does not tell of the end of the system call of a C thread that calls Go if its"
          + " goroutine was made during the trace");

  private final int issue;
  private final String summary;

  TracerFault(int issue, String summary) {
    this.issue = issue;
    this.summary = summary;
  }

  /// The number of Go's issue.
  ///
  /// @return the number, if there is one
  public OptionalInt issue() {
    return issue < 0 ? OptionalInt.empty() : OptionalInt.of(issue);
  }

  /// What is wrong.
  ///
  /// @return a sentence without a full stop
  public String summary() {
    return summary;
  }
}
