package psyscall.model.compile;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Random decisions, all of which follow from one seed.
final class Draw {
  private final Random random;
  private int names;

  Draw(long seed) {
    this.random = new Random(seed);
  }

  /// A number between two bounds, both included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /// Any 64 bits.
  long bits() {
    return random.nextLong();
  }

  /// Whether something happens that does so in so many of a hundred cases.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// One of some values.
  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /// A number of times, each drawn for itself.
  Stream<Integer> times(int low, int high) {
    return IntStream.range(0, between(low, high)).boxed();
  }

  /// A name that was not there before.
  String name(String prefix) {
    return prefix + names++;
  }
}
