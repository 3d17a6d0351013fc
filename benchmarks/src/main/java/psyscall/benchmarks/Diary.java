package psyscall.benchmarks;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/// Tells on a stream what goes on: a line for each thing that is begun.
///
/// @param stream where to
/// @param clockNanos a clock that never runs back
/// @param startNanos what it showed at the start
record Diary(PrintWriter stream, LongSupplier clockNanos, long startNanos) {

  /// Starts to tell.
  static Diary of(PrintWriter stream, LongSupplier clockNanos) {
    return new Diary(stream, clockNanos, clockNanos.getAsLong());
  }

  /// Tells something.
  ///
  /// @param what is begun
  void note(String what) {
    long seconds = (clockNanos.getAsLong() - startNanos) / 1_000_000_000L;
    stream.println("benchmarks: elapsed=" + seconds + "s " + what);
    stream.flush();
  }
}
