package psyscall.cli.futex;

import java.util.OptionalLong;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;

/// What a cell of the table does: some goroutines make one wait each.
///
/// @param count how many goroutines, at least 1
/// @param way how they call
/// @param kind what they call
/// @param limitNanos how long a wait lasts at most; empty for ever
/// @param meanwhile what happens to the word
record Waits(int count, Way way, Kind kind, OptionalLong limitNanos, Meanwhile meanwhile) {
  /// The word of the waits.
  static final String WORD = "word";

  /// What it holds if nothing is said.
  static final long HELD = 1;

  private static final double MILLI = 1e6;

  /// Which call waits.
  enum Kind {
    /// A wait on the word.
    FUTEX,
    /// A sleep, which lasts for as long as the limit says.
    NANOSLEEP
  }

  /// The call of each.
  KernelCall call() {
    return switch (kind) {
      case FUTEX -> new KernelCall.FutexWait(WORD, HELD, limitNanos);
      case NANOSLEEP -> new KernelCall.Nanosleep(limitNanos.orElse(0));
    };
  }

  /// As a few words, such as `3 raw futex waits of 300 ms`.
  String text() {
    String made = way == Way.RAW_SYSCALL ? "raw" : "Syscall6";
    String what =
        switch (kind) {
          case FUTEX -> count == 1 ? "futex wait" : "futex waits";
          case NANOSLEEP -> count == 1 ? "nanosleep" : "nanosleeps";
        };
    String length =
        limitNanos.isPresent() ? "of " + millis(limitNanos.getAsLong()) : "without a limit";
    String other =
        switch (meanwhile) {
          case Meanwhile.Nothing() -> "";
          case Meanwhile.Change(long nanos) -> ", word changed after " + millis(nanos);
          case Meanwhile.Wake(long nanos) -> ", woken after " + millis(nanos);
          case Meanwhile.Wrong _ -> ", word wrong from the start";
        };
    return "%d %s %s %s%s".formatted(count, made, what, length, other);
  }

  private static String millis(long nanos) {
    return "%.0f ms".formatted(nanos / MILLI);
  }
}
