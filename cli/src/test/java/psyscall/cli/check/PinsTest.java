package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Strategy;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.session.ExitCode;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.scenario.Scenario;

class PinsTest {
  private final Scenario scenario = Runs.scenario("one-call");
  private final Mutation bug = Mutations.named("go6070").orElseThrow();

  private Mutation bug(int depth, String ending) {
    return new Mutation(
        bug.name(),
        bug.summary(),
        bug.history(),
        bug.scenario(),
        bug.release(),
        bug.property(),
        Optional.of(ending),
        depth,
        bug.edit(),
        bug.repair());
  }

  private static Scenario.Pinned whole(long states) {
    return new Scenario.Pinned(
        Optional.of(new Scenario.Counts(states, 23, 23)), Optional.empty(), Optional.empty());
  }

  private static List<String> differences(Mutation mutation) {
    return Pins.differences(Runs.run(Check.of(mutation, mutation.world())));
  }

  @Test
  void otherCountsAreAMistakeOfOurs() {
    Scenario wrong = Runs.pinning(scenario, whole(25));

    Outcome outcome = Runs.run(Check.of(wrong));

    assertThat(Pins.differences(outcome))
        .containsExactly(
            "counts of one-call: pinned=[states=25, transitions=23, depth=23],"
                + " found=[states=24, transitions=23, depth=23]");
    assertThat(outcome.exit(Tolerance.AS_EXPECTED)).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void countsOfAPartAreNotCompared() {
    Bounds bounds = Bounds.parse(Optional.of("10"), Optional.empty(), Optional.empty());

    assertThat(Pins.differences(Runs.run(Check.of(scenario), bounds))).isEmpty();
  }

  @Test
  void countsThatAreNotPinnedAreNotCompared() {
    Scenario unknown =
        Runs.pinning(
            scenario,
            new Scenario.Pinned(
                Optional.empty(), Optional.of(new Scenario.Counts(1, 1, 1)), Optional.empty()));

    assertThat(Pins.differences(Runs.run(Check.of(unknown)))).isEmpty();
  }

  @Test
  void symmetricCountsAreComparedWithTheSymmetricPins() {
    Manner symmetric = new Manner(1, new Strategy.BreadthFirst(), Manner.Symmetry.ON);
    Scenario wrong =
        Runs.pinning(
            scenario,
            new Scenario.Pinned(
                Optional.of(new Scenario.Counts(25, 23, 23)),
                Optional.of(new Scenario.Counts(26, 23, 23)),
                Optional.empty()));

    assertThat(Pins.differences(Runs.run(Check.of(wrong), symmetric)))
        .containsExactly(
            "symmetric counts of one-call: pinned=[states=26, transitions=23, depth=23],"
                + " found=[states=24, transitions=23, depth=23]");
  }

  @Test
  void depthFirstHasADepthOfItsOwn() {
    Manner depthFirst = new Manner(1, new Strategy.DepthFirst(), Manner.Symmetry.OFF);
    Scenario two = Runs.scenario("two-calls-one-p");

    Outcome outcome = Runs.run(Check.of(two), depthFirst);

    assertThat((long) outcome.counts().depth())
        .isNotEqualTo(two.pinned().whole().orElseThrow().depth());
    assertThat(Pins.isWhole(outcome)).isTrue();
    assertThat(Pins.differences(outcome)).isEmpty();
    assertThat(Pins.differences(Runs.run(Check.of(Runs.pinning(two, whole(25))), depthFirst)))
        .hasSize(1);
  }

  @Test
  void sampleDiffersFromNothing() {
    Manner walks = Manner.of(new Strategy.RandomWalk(1, 5, 1));
    Scenario wrong =
        Runs.claiming(Runs.pinning(scenario, whole(25)), List.of("no-throw"), List.of("no-throw"));

    Outcome outcome = Runs.run(Check.of(wrong), walks);

    assertThat(Pins.isWhole(outcome)).isFalse();
    assertThat(Pins.differences(outcome)).isEmpty();
  }

  @Test
  void knownViolationThatIsNotFoundIsAMistakeOfOurs() {
    Scenario wrong = Runs.claiming(scenario, List.of("no-throw"), List.of("no-throw"));

    Outcome outcome = Runs.run(Check.of(wrong));

    assertThat(Pins.differences(outcome))
        .containsExactly("no-throw in one-call: pinned=violated, found=holds");
    assertThat(outcome.exit(Tolerance.AS_EXPECTED)).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void counterexampleOfAnotherLengthIsAMistakeOfOurs() {
    assertThat(differences(bug(14, "checkdead-runnable")))
        .containsExactly(
            "deadlock-detection-is-right in go6070 in one-call-sysmon:"
                + " pinned length=14, found length=15");
  }

  @Test
  void counterexampleThatEndsInAnotherThrowIsAMistakeOfOurs() {
    assertThat(differences(bug(15, "stopm-spinning")))
        .containsExactly(
            "deadlock-detection-is-right in go6070 in one-call-sysmon:"
                + " pinned ending=stopm-spinning, found ending=checkdead-runnable");
  }

  @Test
  void lengthThatIsNotPinnedIsNotCompared() {
    assertThat(differences(bug(0, "checkdead-runnable"))).isEmpty();
  }
}
