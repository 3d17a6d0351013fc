package psyscall.cli.input;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/// Vectors for the processor, as they are asked for.
///
/// @param count how many, at least 1
/// @param seed what they are drawn from
public record Vectors(long count, long seed) {
  /// How many there are if nothing is said.
  public static final long COUNT = 1_000_000;

  private static final long COUNT_MAX = 1_000_000_000_000L;

  /// A seed that is drawn is short enough to be typed.
  private static final int DRAWN_MAX = 1_000_000_000;

  /// The vectors of some option values.
  ///
  /// @param vectors how many, if given
  /// @param seed a number from 0, if given; otherwise one is drawn
  /// @param clockNanos what a seed is drawn from
  /// @return the vectors
  /// @throws psyscall.cli.session.WrongUsage if a value is no number or out of range
  public static Vectors parse(
      Optional<String> vectors, Optional<String> seed, LongSupplier clockNanos) {
    return new Vectors(
        vectors
            .map(text -> Numbers.within("vectors", text, "number of vectors", 1, COUNT_MAX))
            .orElse(COUNT),
        seed.map(text -> Numbers.within("seed", text, "seed", 0, Long.MAX_VALUE))
            .orElseGet(() -> drawn(clockNanos)));
  }

  private static Long drawn(LongSupplier clockNanos) {
    return (long) new SplittableRandom(clockNanos.getAsLong()).nextInt(DRAWN_MAX);
  }

  @Override
  public String toString() {
    return "--vectors=%d --seed=%d".formatted(count, seed);
  }
}
