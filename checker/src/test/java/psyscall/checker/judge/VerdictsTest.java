package psyscall.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Limits;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Strategy;
import psyscall.checker.search.Supervision;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Kernel;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.LostWakeup;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Transition;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.property.Property;
import psyscall.spec.term.Term;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class VerdictsTest {
  private static final Toy COUNTERS = Counters.of(2, 3);
  private static final SearchOptions DEPTH_FIRST =
      SearchOptions.WHOLE_GRAPH.strategy(new Strategy.DepthFirst());
  private static final SearchOptions WALKS =
      SearchOptions.WHOLE_GRAPH.strategy(new Strategy.RandomWalk(1, 100, 20));
  private static final Property NO_DEADLOCK =
      new Property.DeadlockFree(Toy.about("no-deadlock"), Bool.FALSE.term());

  /// A toy with properties of it.
  record Claims(Toy toy, List<Property> properties) {
    static Claims of(Toy toy, Property... properties) {
      return new Claims(toy, List.of(properties));
    }

    @Override
    public String toString() {
      return toy.name();
    }
  }

  static Stream<Claims> claims() {
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.FALSE.term());
    LostWakeup broken = LostWakeup.broken();
    LostWakeup repaired = LostWakeup.repaired();
    Poller blind = Poller.blind();
    Poller seeing = Poller.seeing(3);
    Locks split = Locks.split(3);
    Kernel handingOff = Kernel.handingOff();
    Kernel waiting = Kernel.waiting();
    Thrower thrower = Thrower.of(3);
    Toy still = new Wiring(1, List.of()).process();
    return Stream.of(
        Claims.of(COUNTERS, all(3), all(4), grows(), stays(), quiet, NO_DEADLOCK),
        Claims.of(Locks.atomic(3).toy(), Locks.atomic(3).exclusion(), quiet, NO_DEADLOCK),
        Claims.of(split.toy(), split.exclusion(), quiet, NO_DEADLOCK),
        Claims.of(broken.toy(), broken.workIsDone(), broken.noDeadlock(), quiet),
        Claims.of(repaired.toy(), repaired.workIsDone(), repaired.noDeadlock(), quiet),
        Claims.of(blind.toy(), blind.noDeadlock(), blind.helped(), blind.canBeHelped()),
        Claims.of(seeing.toy(), seeing.noDeadlock(), seeing.helped(), seeing.canBeHelped()),
        Claims.of(handingOff.toy(), handingOff.canStop(), NO_DEADLOCK),
        Claims.of(waiting.toy(), waiting.canStop(), NO_DEADLOCK, quiet),
        Claims.of(thrower.toy(), thrower.neverThrows(), quiet, NO_DEADLOCK, theEnd(thrower)),
        Claims.of(still, new Property.OnStep(Toy.about("step"), Bool.FALSE.term()), quiet));
  }

  private static Property theEnd(Thrower thrower) {
    return new Property.Possible(
        Toy.about("the-end"),
        thrower.toy().ended("too-far").not().term(),
        thrower.toy().ended("enough").term());
  }

  private static Property all(int count) {
    return new Property.Sometimes(
        Toy.about("all-" + count),
        Counters.individuals().forAll(c -> Counters.counts(3).of(c).is(count)).term());
  }

  private static Property grows() {
    return new Property.OnStep(
        Toy.about("grows"),
        Counters.individuals()
            .forAll(c -> Counters.counts(3).of(c).atMost(next(Counters.counts(3).of(c))))
            .term());
  }

  private static Property stays() {
    return new Property.OnStep(
        Toy.about("stays"),
        Counters.individuals().forAll(c -> next(Counters.counts(3).of(c)).lessThan(3)).term());
  }

  private static Int next(Int number) {
    return new Int(new Term.Next(number.term()));
  }

  private static Exploration search(Toy toy, SearchOptions options, Property... properties) {
    return Search.explore(toy.interpreter(), List.of(properties), options, Supervision.of(() -> 0));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void theyAreThoseOfThePlainSearch(Claims claims) {
    Exploration plain = plain(claims);

    for (int threads = 1; threads <= 3; threads++) {
      Exploration found = explore(claims, SearchOptions.WHOLE_GRAPH.threads(threads));

      assertThat(summary(found)).as("threads=%d", threads).isEqualTo(summary(plain));
      assertThat(found.quietStates()).isEqualTo(plain.quietStates());
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void counterexamplesAreTheSameForAnyNumberOfThreads(Claims claims) {
    Exploration alone = explore(claims, SearchOptions.WHOLE_GRAPH);
    Exploration together = explore(claims, SearchOptions.WHOLE_GRAPH.threads(3));

    assertThat(together.findings()).isEqualTo(alone.findings());
  }

  /// Depth first finds other ways and other states, but comes to the same conclusions.
  @ParameterizedTest
  @MethodSource("claims")
  void depthFirstTheConclusionsAreTheSame(Claims claims) {
    Exploration plain = plain(claims);

    Exploration found = explore(claims, DEPTH_FIRST);

    assertThat(conclusions(found)).isEqualTo(conclusions(plain));
    assertThat(found.quietStates()).isEqualTo(plain.quietStates());
  }

  private static Exploration plain(Claims claims) {
    return PlainSearch.explore(
        claims.toy.interpreter(),
        claims.properties,
        SearchOptions.WHOLE_GRAPH,
        Supervision.of(() -> 0));
  }

  private static Exploration explore(Claims claims, SearchOptions options) {
    return search(claims.toy, options, claims.properties.toArray(Property[]::new));
  }

  private static List<String> summary(Exploration found) {
    return found.findings().stream()
        .map(
            finding ->
                finding.property().name()
                    + ", examined="
                    + finding.examined()
                    + ", "
                    + switch (finding.verdict()) {
                      case Verdict.Violated<Behavior>(
                              String property,
                              String reason,
                              Behavior trace) ->
                          property
                              + " violated after "
                              + trace.length()
                              + ": "
                              + withoutState(reason);
                      case Verdict.Deadlock<Behavior>(Behavior trace) ->
                          "deadlock after " + trace.length();
                      case Verdict<Behavior> other -> other.toString();
                    })
        .toList();
  }

  /// Which of several states of a level is shown is for the search to choose.
  private static String withoutState(String reason) {
    return reason.replaceFirst("enabled: .*", "enabled: ");
  }

  private static List<String> conclusions(Exploration found) {
    return found.findings().stream()
        .map(finding -> finding.examined() + " " + finding.verdict().getClass().getSimpleName())
        .toList();
  }

  @Test
  void aWayFoundDepthFirstIsToldToBeOne() {
    Locks locks = Locks.split(2);

    Verdict<Behavior> verdict = search(locks.toy(), DEPTH_FIRST, locks.exclusion()).verdict();

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) verdict;
    assertThat(violated.reason())
        .isEqualTo("not so in the last state; found depth first, so there may be a shorter way");
    assertThat(locks.toy().interpreter().holds(condition(locks), violated.trace().last()))
        .isFalse();
  }

  private static Term condition(Locks locks) {
    return ((Property.Always) locks.exclusion()).condition();
  }

  @Test
  void aStepThatViolatesIsTheLastOne() {
    Verdict<Behavior> verdict = search(COUNTERS, SearchOptions.WHOLE_GRAPH, stays()).verdict();

    Behavior trace = ((Verdict.Violated<Behavior>) verdict).trace();
    assertThat(trace.length()).isEqualTo(3);
    Transition last = trace.transitions().getLast();
    Term condition = ((Property.OnStep) stays()).condition();
    assertThat(
            COUNTERS.interpreter().holdsOf(condition, trace.state(2), last.step(), last.target()))
        .isFalse();
  }

  @Test
  void onAPartOfTheGraphNothingIsSaidOfPaths() {
    SearchOptions part = SearchOptions.WHOLE_GRAPH.within(Limits.NONE.withMaxStates(8));
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.FALSE.term());
    Property possible = new Property.Possible(Toy.about("can"), Bool.TRUE.term(), Bool.TRUE.term());

    Property one = all(1);
    Property four = all(4);

    Exploration found = search(COUNTERS, part, quiet, possible, NO_DEADLOCK, one, four);

    Verdict<Behavior> cut =
        new Verdict.Inconclusive<>("state limit: maxStates=8; covered: " + found.counts());
    assertThat(found.findings())
        .containsExactly(
            new Finding(quiet, cut, 0),
            new Finding(possible, cut, 0),
            new Finding(NO_DEADLOCK, cut, found.counts().expanded()),
            new Finding(one, new Verdict.Holds<>(Extent.WITHIN_BOUNDS), 8),
            new Finding(four, cut, 8));
    assertThat(found.quietStates()).isEmpty();
  }

  @Test
  void whatRandomWalksMeetIsASample() {
    Property never = new Property.Always(Toy.about("never"), Bool.TRUE.term());
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.TRUE.term());

    Exploration found = search(COUNTERS, WALKS, never, grows(), all(3), all(4), quiet);

    assertThat(found.findings())
        .extracting(Finding::verdict)
        .containsExactly(
            new Verdict.Holds<>(Extent.SAMPLED),
            new Verdict.Holds<>(Extent.SAMPLED),
            new Verdict.Holds<>(Extent.SAMPLED),
            new Verdict.Inconclusive<>("not reached by random walks: witness=all-4"),
            new Verdict.Inconclusive<>("judged on all states only, not on random walks"));
    assertThat(found.quietStates()).isEmpty();
  }

  @Test
  void aWalkThatCannotGoOnIsADeadlock() {
    Verdict<Behavior> verdict = search(COUNTERS, WALKS, NO_DEADLOCK).verdict();

    Behavior trace = ((Verdict.Deadlock<Behavior>) verdict).trace();
    assertThat(trace.last().value("count").toString()).isEqualTo("[3, 3]");
    assertThat(trace.length()).isEqualTo(6);
  }

  @Test
  void aWayFoundOnAWalkIsToldToBeOne() {
    Thrower thrower = Thrower.of(3);

    Verdict<Behavior> verdict = search(thrower.toy(), WALKS, thrower.neverThrows()).verdict();

    assertThat(((Verdict.Violated<Behavior>) verdict).reason())
        .isEqualTo(
            "not so in the last state, where the run ended: ending=too-far, counted too far;"
                + " found on a random walk, so there may be a shorter way");
  }

  /// The search looks at the clock before it is done; the passes find that the time is up.
  @Test
  void passesEndWhenTheTimeIsUpAndWaysDoNot() {
    AtomicInteger clock = new AtomicInteger();
    Supervision supervision = Supervision.of(clock::get).listener(_ -> clock.set(100));
    SearchOptions limited =
        SearchOptions.WHOLE_GRAPH.within(Limits.NONE.withMaxTime(Duration.ofNanos(100)));

    Exploration found =
        Search.explore(COUNTERS.interpreter(), List.of(stays(), NO_DEADLOCK), limited, supervision);

    assertThat(found.finding("stays").verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(found.finding("no-deadlock").verdict())
        .isEqualTo(
            new Verdict.Inconclusive<>(
                "time limit: maxTime=PT0.0000001S; covered: all states, and of the quiet ones"
                    + " rounds=0"));
    assertThat(found.quietStates()).isEmpty();
  }
}
