package psyscall.model.trace1;

import java.util.List;
import java.util.Optional;

/// Why the world was stopped, in Go's words, by the number that the trace has for it.
///
/// Source: Go 1.10.8, runtime/trace.go, traceGCSTWStart; Go 1.21, runtime/proc.go,
/// stwReasonStrings.
final class StopReasons {
  private static final int ALL_STOPS = 21;
  private static final List<String> OF_COLLECTIONS =
      List.of("GC mark termination", "GC sweep termination");
  private static final List<String> OF_ALL =
      List.of(
          "unknown",
          "GC mark termination",
          "GC sweep termination",
          "write heap dump",
          "goroutine profile",
          "goroutine profile cleanup",
          "all goroutines stack trace",
          "read mem stats",
          "AllThreadsSyscall",
          "GOMAXPROCS",
          "start trace",
          "stop trace",
          "CountPagesInUse (test)",
          "ReadMetricsSlow (test)",
          "ReadMemStatsSlow (test)",
          "PageCachePagesLeaked (test)",
          "ResetDebugLog (test)");

  private StopReasons() {}

  /// The words for a number.
  ///
  /// @param minor the number of the format
  /// @param number the reason
  /// @return the words, if the format has any
  static Optional<String> text(int minor, long number) {
    List<String> texts = minor >= ALL_STOPS ? OF_ALL : OF_COLLECTIONS;
    return number >= 0 && number < texts.size()
        ? Optional.of(texts.get((int) number))
        : Optional.empty();
  }
}
