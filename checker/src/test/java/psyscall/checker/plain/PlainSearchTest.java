package psyscall.checker.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Progress;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Kernel;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.LostWakeup;
import psyscall.checker.toy.NaiveSearch;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

final class PlainSearchTest {
  private static final Property QUIET = new Property.Quiet(Toy.about("q"), Bool.TRUE.term());

  static Stream<Arguments> counts() {
    return Stream.of(
        Arguments.of(Counters.of(3, 4), new Counts(125, 125, 300, 12), 1),
        Arguments.of(Counters.of(1, 1), new Counts(2, 2, 1, 1), 1),
        Arguments.of(Locks.atomic(3).toy(), new Counts(4, 4, 6, 1), 0),
        Arguments.of(Thrower.of(3).toy(), new Counts(9, 9, 8, 4), 0),
        Arguments.of(new Wiring(1, List.of()).process(), new Counts(1, 1, 0, 0), 1));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void countsAreThoseComputedByHand(Toy toy, Counts expected, long quiet) {
    Exploration found = Searches.whole(toy, QUIET);

    assertThat(found.counts()).isEqualTo(expected);
    assertThat(found.counts().frontier()).isZero();
    assertThat(found.quietStates()).hasValue(quiet);
    assertThat(found.isComplete()).isTrue();
  }

  /// The distinct states and the depth that TLC and Stateright report for the published TLA+
  /// module; TLC counts the initial state among those it generated.
  @Test
  void twoPhaseCommitHasTheCountsThatOtherCheckersFind() {
    assertThat(Searches.whole(Toy.twoPhaseCommit(3)).counts())
        .isEqualTo(new Counts(288, 288, 1145, 10));
    assertThat(Searches.whole(Toy.twoPhaseCommit(5)).counts())
        .isEqualTo(new Counts(8832, 8832, 58_145, 16));
  }

  @Test
  void tooFewTicketsEndInAThrow() {
    Toy enough = Toy.tickets(3, 3);
    Toy tooFew = Toy.tickets(2, 3);

    assertThat(Searches.whole(enough, neverThrows(enough)).verdict())
        .isInstanceOf(Verdict.Holds.class);
    assertThat(Searches.whole(tooFew, neverThrows(tooFew)).verdict())
        .isInstanceOf(Verdict.Violated.class);
    assertThat(Searches.whole(enough).counts()).isEqualTo(new Counts(93, 93, 171, 10));
    assertThat(Searches.whole(tooFew).counts()).isEqualTo(new Counts(68, 68, 138, 9));
  }

  private static Property neverThrows(Toy toy) {
    return new Property.Always(Toy.about("never-throws"), toy.ended("running").term());
  }

  static Stream<Toy> toys() {
    return Toy.all();
  }

  @ParameterizedTest
  @MethodSource("toys")
  void theNaiveSearchFindsTheSame(Toy toy) {
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found = Searches.whole(toy, QUIET);

    assertThat(found.counts())
        .isEqualTo(new Counts(naive.states(), naive.states(), naive.transitions(), naive.depth()));
    assertThat(found.coverage()).isEqualTo(naive.fired());
    assertThat(found.quietStates()).hasValue(naive.quiet().size());
  }

  @ParameterizedTest
  @MethodSource("toys")
  void twoSearchesFindTheSame(Toy toy) {
    Property deadlock = new Property.DeadlockFree(Toy.about("no-deadlock"), Bool.FALSE.term());
    Property never = new Property.Quiet(Toy.about("never"), Bool.FALSE.term());

    Exploration found = Searches.whole(toy, deadlock, never);

    assertThat(Searches.whole(toy, deadlock, never)).isEqualTo(found);
  }

  @ParameterizedTest
  @MethodSource("toys")
  void propertiesThatReadTheGraphChangeNoCount(Toy toy) {
    Exploration with = Searches.whole(toy, QUIET);
    Exploration without = Searches.whole(toy);

    assertThat(without.counts()).isEqualTo(with.counts());
    assertThat(without.coverage()).isEqualTo(with.coverage());
    assertThat(without.quietStates()).isEmpty();
  }

  @Test
  void twoStepsToOneTargetAreTwoTransitions() {
    Wiring wiring =
        new Wiring(
            2,
            List.of(
                new Wiring.Arrow(0, 1, StepKind.PROTOCOL, Wiring.Effect.NOTHING),
                new Wiring.Arrow(0, 1, StepKind.PROTOCOL, Wiring.Effect.NOTHING),
                new Wiring.Arrow(1, 1, StepKind.PROTOCOL, Wiring.Effect.NOTHING)));

    assertThat(Searches.whole(wiring.process()).counts()).isEqualTo(new Counts(2, 2, 3, 1));
  }

  @Test
  void aRuleThatNeverFiresIsCoveredZeroTimes() {
    Exploration found = Searches.whole(Poller.blind().toy());

    assertThat(found.coverage())
        .containsExactly(
            Map.entry("look.again", 3L),
            Map.entry("look.next", 9L),
            Map.entry("work.ask", 4L),
            Map.entry("work.begin", 4L),
            Map.entry("work.finished", 0L),
            Map.entry("work.wait", 0L));
    assertThat(found.neverFired()).containsExactly("work.finished", "work.wait");
  }

  @Test
  void aViolationDoesNotCutTheWholeGraph() {
    Locks locks = Locks.split(2);

    Exploration found = Searches.whole(locks.toy(), locks.exclusion());

    assertThat(found.verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(found.counts()).isEqualTo(Searches.whole(locks.toy()).counts());
    assertThat(found.isComplete()).isTrue();
  }

  @Test
  void aViolationEndsASearchForOne() {
    Locks locks = Locks.split(2);
    SearchOptions first = SearchOptions.WHOLE_GRAPH.until(SearchOptions.Until.FIRST_VIOLATION);

    Exploration found = Searches.search(locks.toy(), first, locks.exclusion(), QUIET);

    assertThat(found.cut()).contains(new Cut.FirstViolation("exclusion"));
    assertThat(found.counts()).isEqualTo(new Counts(9, 7, 12, 4));
    assertThat(found.finding("q").verdict())
        .isEqualTo(
            new Verdict.Inconclusive<>(
                "stopped at the first violation: property=exclusion;"
                    + " covered: states=9, expanded=7, transitions=12, depth=4"));
    assertThat(found.finding("exclusion").verdict())
        .isEqualTo(Searches.whole(locks.toy(), locks.exclusion()).finding("exclusion").verdict());
  }

  @Test
  void aSearchForAViolationThatIsNotThereIsComplete() {
    Kernel kernel = Kernel.waiting();
    SearchOptions first = SearchOptions.WHOLE_GRAPH.until(SearchOptions.Until.FIRST_VIOLATION);

    Exploration found = Searches.search(kernel.toy(), first, kernel.canStop());

    assertThat(found.isComplete()).isTrue();
    assertThat(found.verdict()).isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void theListenerSeesTheSearchGrow() {
    AtomicLong millis = new AtomicLong();
    List<Progress> told = new ArrayList<>();
    Supervision supervision =
        Supervision.of(() -> Duration.ofMillis(millis.getAndAdd(100)).toNanos())
            .listener(told::add);

    Exploration found =
        PlainSearch.explore(
            Counters.of(3, 14).interpreter(), List.of(), SearchOptions.WHOLE_GRAPH, supervision);

    assertThat(told)
        .extracting(progress -> progress.counts().expanded())
        .containsExactly(256L, 768L, 1280L, 1792L, 2304L, 2816L, 3328L, 3375L);
    assertThat(told.getLast().phase()).isEqualTo(Progress.Phase.JUDGING);
    assertThat(told.getLast().counts()).isEqualTo(found.counts());
    assertThat(told.getFirst().phase()).isEqualTo(Progress.Phase.EXPLORING);
    assertThat(told.getFirst().elapsed()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void aViolationInTheInitialStateHasNoSteps() {
    Property never = new Property.Always(Toy.about("never"), Bool.FALSE.term());
    SearchOptions first = SearchOptions.WHOLE_GRAPH.until(SearchOptions.Until.FIRST_VIOLATION);

    Exploration found = Searches.search(LostWakeup.broken().toy(), first, never);

    assertThat(found.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    Behavior initial = new Behavior(LostWakeup.broken().toy().interpreter().initial(), List.of());
    assertThat(found.verdict().toString())
        .isEqualTo(new Verdict.Violated<>("never", "not so in the last state", initial).toString());
  }
}
