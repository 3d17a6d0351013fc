package psyscall.model.tracewriter;

/// When a trace begins another generation: as soon as one of the two is reached. In each generation
/// all that is there is told again, and who reads a trace holds one generation at a time.
///
/// @param nanos how long a generation lasts, at least 1
/// @param bytes how long it is, at least 1; batches that are not full yet do not count
public record GenerationLimits(long nanos, long bytes) {
  /// About as often as Go does: each second; and so that a reader needs little memory.
  public static final GenerationLimits USUAL = new GenerationLimits(1_000_000_000L, 1L << 22);

  /// Checks the ranges.
  public GenerationLimits {
    if (nanos < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "limits of a generation: nanos=%d, bytes=%d, limit=1..".formatted(nanos, bytes));
    }
  }
}
