package psyscall.model.workload;

/// Why the world is stopped, in the words of Go's execution traces.
public enum StopReason {
  /// A collection begins: when the world runs again, stacks are scanned and there is mark work.
  SWEEP_TERMINATION("GC sweep termination"),
  /// A collection ends: nothing is left to scan or to mark.
  MARK_TERMINATION("GC mark termination"),
  /// `runtime.ReadMemStats`.
  READ_MEM_STATS("read mem stats"),
  /// `runtime.GOMAXPROCS`, which is given the number that holds already.
  GOMAXPROCS("GOMAXPROCS"),
  /// `runtime.Stack` of all goroutines.
  ALL_STACKS("all goroutines stack trace");

  private final String text;

  StopReason(String text) {
    this.text = text;
  }

  /// How Go's traces call it (1.22 and later).
  ///
  /// @return the words
  public String text() {
    return text;
  }
}
