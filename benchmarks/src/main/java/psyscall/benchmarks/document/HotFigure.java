package psyscall.benchmarks.document;

/// What JMH measured of a hot part.
///
/// @param benchmark the class and method, such as `InsertBenchmark.knownInBatches`
/// @param nanosPerState how long one state takes
/// @param errorNanos half of the width of the interval of 99.9 percent
/// @param bytesPerState what is allocated for one state
public record HotFigure(
    String benchmark, double nanosPerState, double errorNanos, double bytesPerState) {}
