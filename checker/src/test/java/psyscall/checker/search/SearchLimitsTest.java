package psyscall.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.Toy;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

final class SearchLimitsTest {
  /// 3375 states.
  private static final Toy COUNTERS = Counters.of(3, 14);

  /// 29 791 states.
  private static final Toy MANY = Counters.of(3, 30);

  private static final List<Property> PROPERTIES =
      List.of(
          new Property.Always(Toy.about("always"), Bool.TRUE.term()),
          new Property.OnStep(Toy.about("step"), Bool.TRUE.term()),
          new Property.Sometimes(Toy.about("sometimes"), Bool.FALSE.term()),
          new Property.Quiet(Toy.about("quiet"), Bool.TRUE.term()),
          new Property.Possible(Toy.about("possible"), Bool.TRUE.term(), Bool.TRUE.term()),
          new Property.DeadlockFree(Toy.about("free"), Bool.TRUE.term()));

  private static Exploration explore(Toy toy, SearchOptions options, Supervision supervision) {
    return Search.explore(toy.interpreter(), PROPERTIES, options, supervision);
  }

  private static SearchOptions within(Limits limits) {
    return SearchOptions.WHOLE_GRAPH.within(limits);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theStateLimitEndsTheSearchAtTheFirstStateTooMany(int threads) {
    Exploration found =
        explore(
            COUNTERS,
            within(Limits.NONE.withMaxStates(3000)).threads(threads),
            Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.StateLimit(3000));
    assertThat(found.counts().states()).isEqualTo(3000);
    assertThat(found.counts().expanded()).isBetween(1L, 2999L);
    assertNothingIsClaimed(found, "state limit: maxStates=3000");
  }

  /// The fourth state that is expanded is the last one without a successor too many.
  @Test
  void oneThreadCountsAsThePlainSearch() {
    Exploration found =
        explore(COUNTERS, within(Limits.NONE.withMaxStates(10)), Supervision.of(() -> 0));

    assertThat(found.counts()).isEqualTo(new Counts(10, 4, 12, 2));
  }

  @Test
  void theTimeLimitEndsTheSearchInTheMiddleOfALevel() {
    AtomicLong seconds = new AtomicLong();
    Supervision supervision =
        Supervision.of(() -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos());

    Exploration found =
        explore(MANY, within(Limits.NONE.withMaxTime(Duration.ofSeconds(8))), supervision);

    assertThat(found.cut()).contains(new Cut.TimeLimit(Duration.ofSeconds(8)));
    assertThat(found.counts().expanded()).isBetween(1L, 29_790L);
    assertThat(found.counts().transitions()).isLessThanOrEqualTo(3 * found.counts().expanded());
    assertNothingIsClaimed(found, "time limit: maxTime=PT8S");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theMemoryLimitEndsTheSearch(int threads) {
    Exploration found =
        explore(
            MANY,
            within(Limits.NONE.withMaxMemoryBytes(500_000)).threads(threads),
            Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.MemoryLimit(500_000));
    assertThat(found.counts().states()).isBetween(10_000L, 29_790L);
    assertNothingIsClaimed(found, "memory limit: maxMemoryBytes=500000");
  }

  @Test
  void withoutMemoryForTheFirstStateNothingIsExplored() {
    Exploration found =
        explore(COUNTERS, within(Limits.NONE.withMaxMemoryBytes(1)), Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.MemoryLimit(1));
    assertThat(found.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    assertNothingIsClaimed(found, "memory limit: maxMemoryBytes=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anInterruptionEndsTheSearch(int threads) {
    AtomicInteger asked = new AtomicInteger();
    Supervision supervision =
        Supervision.of(() -> 0).interrupted(() -> asked.incrementAndGet() >= 3);

    Exploration found = explore(MANY, SearchOptions.WHOLE_GRAPH.threads(threads), supervision);

    assertThat(found.cut()).contains(new Cut.Interrupted());
    assertThat(found.counts().expanded()).isBetween(1L, 29_790L);
    assertNothingIsClaimed(found, "interrupted");
  }

  @Test
  void anInterruptionBeforeTheFirstStepLeavesTheInitialState() {
    Exploration found =
        explore(
            COUNTERS, SearchOptions.WHOLE_GRAPH, Supervision.of(() -> 0).interrupted(() -> true));

    assertThat(found.counts()).isEqualTo(new Counts(1, 0, 0, 0));
  }

  @Test
  void theListenerSeesTheSearchGrow() {
    AtomicLong millis = new AtomicLong();
    List<Progress> told = new ArrayList<>();
    Supervision supervision =
        Supervision.of(() -> Duration.ofMillis(millis.getAndAdd(100)).toNanos())
            .listener(told::add);

    Exploration found =
        Search.explore(COUNTERS.interpreter(), List.of(), SearchOptions.WHOLE_GRAPH, supervision);

    assertThat(told).hasSizeGreaterThan(3);
    assertThat(told)
        .extracting(progress -> progress.counts().expanded())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(told).extracting(progress -> progress.counts().depth()).isSorted();
    assertThat(told.getFirst().phase()).isEqualTo(Progress.Phase.EXPLORING);
    assertThat(told.getLast().phase()).isEqualTo(Progress.Phase.JUDGING);
    assertThat(told.getLast().counts()).isEqualTo(found.counts());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aViolationEndsASearchForOneAtTheEndOfItsLevel(int threads) {
    Locks locks = Locks.split(2);
    SearchOptions first =
        SearchOptions.WHOLE_GRAPH.until(SearchOptions.Until.FIRST_VIOLATION).threads(threads);

    Exploration found =
        Search.explore(
            locks.toy().interpreter(),
            List.of(locks.exclusion(), new Property.Quiet(Toy.about("q"), Bool.TRUE.term())),
            first,
            Supervision.of(() -> 0));

    assertThat(found.cut()).contains(new Cut.FirstViolation("exclusion"));
    assertThat(found.counts()).isEqualTo(new Counts(9, 8, 14, 4));
    assertThat(found.finding("exclusion").verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(found.finding("q").verdict()).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void aViolationInTheInitialStateHasNoSteps() {
    Property never = new Property.Always(Toy.about("never"), Bool.FALSE.term());
    SearchOptions first = SearchOptions.WHOLE_GRAPH.until(SearchOptions.Until.FIRST_VIOLATION);

    Exploration found =
        Search.explore(COUNTERS.interpreter(), List.of(never), first, Supervision.of(() -> 0));

    assertThat(found.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    assertThat(found.verdict()).isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void aThreadThatIsInterruptedSearchesNothingToTheEnd() throws InterruptedException {
    AtomicReference<Optional<Cut>> cut = new AtomicReference<>(Optional.empty());
    Thread searching =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              cut.set(
                  Search.explore(
                          COUNTERS.interpreter(),
                          List.of(),
                          SearchOptions.WHOLE_GRAPH.threads(2),
                          Supervision.of(() -> 0))
                      .cut());
            });
    searching.start();
    searching.join();

    assertThat(cut.get()).contains(new Cut.Interrupted());
  }
}
