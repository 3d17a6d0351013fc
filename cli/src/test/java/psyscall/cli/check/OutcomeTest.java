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

/// What searches mean for the exit code.
class OutcomeTest {
  private static final Manner WALKS = Manner.of(new Strategy.RandomWalk(7, 1_000, 100));

  private final Scenario scenario = Runs.scenario("one-call-sysmon");
  private final Mutation bug = Mutations.named("go6070").orElseThrow();

  @Test
  void scenarioThatHoldsIsZero() {
    Outcome outcome = Runs.run(Check.of(scenario));

    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.HOLDS);
    assertThat(outcome.counterexample()).isEmpty();
    assertThat(outcome.judgements()).hasSameSizeAs(scenario.properties());
  }

  @Test
  void bugThatIsFoundIsForgivenOnlyInTheWholeSet() {
    Outcome outcome = Runs.run(Check.of(bug, scenario));

    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.SAFETY);
    assertThat(outcome.exit(Tolerance.AS_EXPECTED)).isEqualTo(ExitCode.HOLDS);
    assertThat(outcome.gravest().orElseThrow().expected()).isTrue();
    assertThat(outcome.counterexample().orElseThrow().trace().orElseThrow().length()).isEqualTo(15);
  }

  @Test
  void otherPropertyThatTheBugViolatesIsNotForgiven() {
    Outcome outcome = Runs.run(Check.of(bug, scenario).only(List.of("no-throw")));

    assertThat(outcome.exit(Tolerance.AS_EXPECTED)).isEqualTo(ExitCode.SAFETY);
    assertThat(outcome.gravest().orElseThrow().expected()).isFalse();
  }

  @Test
  void propertyThatTheFirstViolationLeavesOpenIsNotJudged() {
    Outcome outcome = Runs.run(Check.of(bug, scenario).only(List.of("deadlock-free", "no-throw")));

    assertThat(outcome.judgements())
        .extracting(Judgement::standing)
        .containsExactly(Judgement.Standing.NOT_JUDGED, Judgement.Standing.VIOLATED);
    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.SAFETY);
  }

  @Test
  void witnessThatIsNotReachedMattersOnlyIfItIsAskedFor() {
    Scenario asking =
        Runs.claiming(Runs.scenario("one-call"), List.of("no-throw", "aba-happens"), List.of());

    Outcome whole = Runs.run(Check.of(asking));
    Outcome asked = Runs.run(Check.of(asking).only(List.of("aba-happens")));

    assertThat(whole.judgements().getLast().standing()).isEqualTo(Judgement.Standing.ELSEWHERE);
    assertThat(whole.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.HOLDS);
    assertThat(asked.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.VACUOUS);
  }

  @Test
  void searchWithoutPropertiesIsVacuous() {
    Scenario silent = Runs.claiming(scenario, List.of(), List.of());

    assertThat(Runs.run(Check.of(silent)).exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.VACUOUS);
  }

  @Test
  void limitIsInconclusive() {
    Bounds bounds = Bounds.parse(Optional.of("10"), Optional.empty(), Optional.empty());

    Outcome outcome = Runs.run(Check.of(scenario), bounds);

    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(outcome.counts().states()).isEqualTo(10);
  }

  @Test
  void walksOfAScenarioAreSampled() {
    Scenario asking =
        Runs.claiming(
            Runs.scenario("one-call"),
            List.of("deadlock-free", "no-throw", "aba-happens"),
            List.of());

    Outcome outcome = Runs.run(Check.of(asking), WALKS);

    assertThat(outcome.judgements())
        .extracting(Judgement::standing)
        .containsExactly(
            Judgement.Standing.NOT_JUDGED,
            Judgement.Standing.SAMPLED,
            Judgement.Standing.ELSEWHERE);
    assertThat(outcome.gravest().orElseThrow().standing()).isEqualTo(Judgement.Standing.SAMPLED);
    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void propertyThatIsAskedForAndThatWalksCannotJudgeIsInconclusive() {
    Outcome outcome =
        Runs.run(Check.of(scenario).only(List.of("deadlock-free", "no-throw")), WALKS);

    assertThat(outcome.judgements())
        .extracting(Judgement::standing)
        .containsExactly(Judgement.Standing.INCONCLUSIVE, Judgement.Standing.SAMPLED);
    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void walkThatMeetsAViolationIsViolated() {
    Outcome outcome = Runs.run(Check.of(bug, scenario), WALKS);

    assertThat(outcome.exit(Tolerance.AS_VIOLATED)).isEqualTo(ExitCode.SAFETY);
    assertThat(outcome.counterexample().orElseThrow().trace().orElseThrow().length())
        .isGreaterThanOrEqualTo(15);
  }
}
