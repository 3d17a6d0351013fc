package psyscall.checker.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Limits;
import psyscall.checker.search.MemoryGauge;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Toy;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

final class PlainSearchLimitsTest {
  /// 3375 states.
  private static final Toy COUNTERS = Counters.of(3, 14);

  private static final List<Property> PROPERTIES =
      List.of(
          new Property.Always(Toy.about("always"), Bool.TRUE.term()),
          new Property.OnStep(Toy.about("step"), Bool.TRUE.term()),
          new Property.Sometimes(Toy.about("sometimes"), Bool.FALSE.term()),
          new Property.Quiet(Toy.about("quiet"), Bool.TRUE.term()),
          new Property.Possible(Toy.about("possible"), Bool.TRUE.term(), Bool.TRUE.term()),
          new Property.DeadlockFree(Toy.about("free"), Bool.TRUE.term()));

  private static Exploration explore(Limits limits, Supervision supervision) {
    return PlainSearch.explore(
        COUNTERS.interpreter(), PROPERTIES, SearchOptions.WHOLE_GRAPH.within(limits), supervision);
  }

  private static void assertNothingIsClaimed(Exploration found, String limit) {
    assertThat(found.isComplete()).isFalse();
    assertThat(found.findings())
        .hasSize(6)
        .allSatisfy(
            finding ->
                assertThat(finding.verdict())
                    .isEqualTo(new Verdict.Inconclusive<>(limit + "; covered: " + found.counts())));
    assertThat(found.quietStates()).isEmpty();
  }

  @Test
  void theStateLimitEndsTheSearchAtTheFirstStateTooMany() {
    Exploration found = explore(Limits.NONE.withMaxStates(10), Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.StateLimit(10));
    assertThat(found.counts()).isEqualTo(new Counts(10, 4, 12, 2));
    assertNothingIsClaimed(found, "state limit: maxStates=10");
  }

  @Test
  void asManyStatesAsTheLimitAreExploredCompletely() {
    assertThat(explore(Limits.NONE.withMaxStates(3375), Supervision.of(() -> 0)).isComplete())
        .isTrue();
    assertThat(explore(Limits.NONE.withMaxStates(3374), Supervision.of(() -> 0)).isComplete())
        .isFalse();
  }

  @Test
  void theTimeLimitEndsTheSearch() {
    AtomicLong seconds = new AtomicLong();
    Supervision supervision =
        Supervision.of(() -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos());

    Exploration found = explore(Limits.NONE.withMaxTime(Duration.ofSeconds(4)), supervision);

    assertThat(found.cut()).contains(new Cut.TimeLimit(Duration.ofSeconds(4)));
    assertThat(found.counts().expanded()).isEqualTo(3 * 256);
    assertNothingIsClaimed(found, "time limit: maxTime=PT4S");
  }

  @Test
  void theMemoryLimitEndsTheSearch() {
    AtomicLong used = new AtomicLong();
    MemoryGauge gauge =
        new MemoryGauge() {
          @Override
          public long usedBytes() {
            return used.addAndGet(1_000_000);
          }

          @Override
          public long liveBytes() {
            return used.get();
          }

          @Override
          public long capacityBytes() {
            return Long.MAX_VALUE;
          }
        };

    Exploration found =
        explore(Limits.NONE.withMaxMemoryBytes(5_500_000), Supervision.of(() -> 0).memory(gauge));

    assertThat(found.cut()).contains(new Cut.MemoryLimit(5_500_000));
    assertThat(found.counts().expanded()).isEqualTo(5 * 256);
    assertNothingIsClaimed(found, "memory limit: maxMemoryBytes=5500000");
  }

  @Test
  void aRealHeapEndsTheSearchToo() {
    Exploration found = explore(Limits.NONE.withMaxMemoryBytes(1), Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.MemoryLimit(1));
    assertThat(found.counts()).isEqualTo(new Counts(1, 0, 0, 0));
  }

  @Test
  void anInterruptionEndsTheSearch() {
    AtomicInteger asked = new AtomicInteger();
    Supervision supervision =
        Supervision.of(() -> 0).interrupted(() -> asked.incrementAndGet() == 3);

    Exploration found = explore(Limits.NONE, supervision);

    assertThat(found.cut()).contains(new Cut.Interrupted());
    assertThat(found.counts().expanded()).isEqualTo(2 * 256);
    assertNothingIsClaimed(found, "interrupted");
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(0, Duration.ofSeconds(1), 1L, "state limit: maxStates=0, limit=1..536870912"),
        Arguments.of(1, Duration.ZERO, 1L, "time limit: maxTime=PT0S, limit=above 0, at most"),
        Arguments.of(1, Duration.ofDays(200_000), 1L, "time limit: maxTime=PT4800000H, limit="),
        Arguments.of(1, Duration.ofSeconds(1), 0L, "memory limit: maxMemoryBytes=0, limit=1.."));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void impossibleLimitsAreRefused(int states, Duration time, long bytes, String message) {
    assertThatThrownBy(() -> new Limits(states, time, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
