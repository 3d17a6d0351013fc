package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// Bits of values of every sort.
class CodingProperties {
  private static final Sort.Individual IDS = new Sort.Individual("A");

  /// A value with its sort, in a world.
  record Sample(Value value, Sort sort, World world) {}

  @Provide
  Arbitrary<Sample> samples() {
    return Arbitraries.oneOf(ranges(), words(), ids(), sets(), queues());
  }

  private static Arbitrary<Sample> ranges() {
    Arbitrary<Long> bounds =
        Arbitraries.oneOf(Arbitraries.longs().between(-9, 9), Arbitraries.longs());
    return Combinators.combine(bounds, bounds)
        .flatAs(
            (a, b) -> {
              Sort.Range range = new Sort.Range(Math.min(a, b), Math.max(a, b));
              return Arbitraries.longs()
                  .between(range.low(), range.high())
                  .map(value -> new Sample(Scalar.of(value), range, World.of()));
            });
  }

  private static Arbitrary<Sample> words() {
    return Arbitraries.integers()
        .between(1, 64)
        .flatMap(
            width ->
                Arbitraries.longs()
                    .map(word -> word & new Slot(0, 0, width).mask())
                    .map(w -> new Sample(Scalar.of(w), new Sort.Bits(width), World.of())));
  }

  private static Arbitrary<Sample> ids() {
    return Arbitraries.integers()
        .between(1, 70)
        .flatMap(
            size ->
                Arbitraries.integers()
                    .between(-1, size - 1)
                    .map(
                        id ->
                            new Sample(
                                Scalar.of(id),
                                id < 0 || id % 2 == 0 ? new Sort.Optional(IDS) : IDS,
                                World.of(IDS, size))));
  }

  private static Arbitrary<Sample> sets() {
    return Arbitraries.integers()
        .between(1, 64)
        .flatMap(
            size ->
                Arbitraries.longs()
                    .between(0, size - 1)
                    .set()
                    .map(ids -> IdSet.of(ids.stream().mapToLong(Long::longValue).toArray()))
                    .map(set -> new Sample(set, new Sort.SetOf(IDS), World.of(IDS, size))));
  }

  private static Arbitrary<Sample> queues() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9), Arbitraries.integers().between(1, 14))
        .flatAs(
            (size, capacity) ->
                Arbitraries.longs()
                    .between(0, size - 1)
                    .list()
                    .ofMaxSize(capacity)
                    .map(ids -> Queue.of(ids.stream().mapToLong(Long::longValue).toArray()))
                    .map(q -> new Sample(q, new Sort.Queue(IDS, capacity), World.of(IDS, size))));
  }

  @Property
  void decodingTakesEncodingBack(@ForAll("samples") Sample sample) {
    long bits = Coding.encode(sample.value(), sample.sort(), sample.world());

    assertThat(Coding.decode(bits, sample.sort(), sample.world())).isEqualTo(sample.value());
  }

  @Property
  void bitsAreWithinTheWidth(@ForAll("samples") Sample sample) {
    long bits = Coding.encode(sample.value(), sample.sort(), sample.world());
    int width = Coding.width(sample.sort(), sample.world());

    assertThat(bits & ~new Slot(0, 0, width).mask()).isZero();
  }

  @Property
  void numbersOfAValueAreTheFewest(@ForAll @IntRange(min = 1, max = 5_000) int values) {
    List<String> names = IntStream.range(0, values).mapToObj(Integer::toString).toList();
    int width = Coding.width(new Sort.Enumeration("e", names), World.of());

    assertThat(1L << width).isGreaterThanOrEqualTo(values);
    assertThat((1L << width) / 2).isLessThan(values);
    assertThat(Coding.width(IDS, World.of(IDS, values))).isEqualTo(width);
    assertThat(Coding.width(new Sort.Range(-7, values - 8L), World.of())).isEqualTo(width);
  }
}
