package psyscall.benchmarks.document;

import java.util.List;

/// What JMH measured of a hot part.
///
/// @param benchmark the class and method, such as `InsertBenchmark.knownInBatches`
/// @param parameters the values of its parameters
/// @param nanos how long one operation takes: one state, or one step of a run
/// @param errorNanos half of the width of the interval of 99.9 percent
/// @param bytes what is allocated for one operation
public record HotFigure(
    String benchmark, List<String> parameters, double nanos, double errorNanos, double bytes) {
  /// Copies the values.
  public HotFigure {
    parameters = List.copyOf(parameters);
  }
}
