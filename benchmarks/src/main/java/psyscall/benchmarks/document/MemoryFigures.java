package psyscall.benchmarks.document;

/// What the machine's memory can do.
///
/// @param threads how many threads read
/// @param randomReadsPerSecond of all threads together, at places that nobody can foresee
/// @param sequentialBytesPerSecond of all threads together, one after the other
public record MemoryFigures(
    int threads, double randomReadsPerSecond, double sequentialBytesPerSecond) {}
