package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Strategy;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.session.Session;
import psyscall.model.behavior.Behavior;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;

class GoOrderTest {
  private static final Manner MANNER =
      new Manner(2, new Strategy.BreadthFirst(), Manner.Symmetry.WHERE_SOUND);

  private static Check bug(String name) {
    Mutation bug = Mutations.named(name).orElseThrow();
    return Check.of(bug, Runs.scenario(bug.scenario()));
  }

  private static Outcome run(Check check) {
    return run(check, MANNER);
  }

  private static Outcome run(Check check, Manner manner) {
    return new CheckRun(
            Runs.session(new StringWriter(), Session.Screen.FILE), Runs.NO_BOUNDS.limits())
        .runInBothOrders(PreparedCheck.of(check, manner));
  }

  @Test
  void violationThatGoOrderShowsIsShown() {
    Outcome outcome = run(bug("go6070"));

    assertThat(outcome.goOrders())
        .containsExactly(
            new GoOrder(
                "deadlock-detection-is-right",
                GoOrder.Answer.SHOWN,
                Optional.of(15),
                Optional.empty()));
    assertThat(outcome.goOrder(outcome.judgements().getFirst()))
        .map(GoOrder::text)
        .contains("Go's own order of queues shows it too (15 steps)");
  }

  /// A goroutine that was readied is the one to run next, so in Go's order a thief takes it from
  /// there, and not from the queue in which the mutant leaves what it steals.
  @Test
  void violationOfSetsAloneIsNotShown() {
    Outcome outcome = run(bug("steal-without-removal"));

    assertThat(outcome.counterexample().flatMap(Judgement::trace).map(Behavior::length))
        .contains(24);
    assertThat(outcome.goOrders())
        .containsExactly(
            new GoOrder(
                "goroutine-in-one-place",
                GoOrder.Answer.NOT_SHOWN,
                Optional.empty(),
                Optional.empty()));
    assertThat(outcome.goOrder(outcome.judgements().getFirst()))
        .map(GoOrder::brief)
        .contains("Go's order does not show it");
  }

  @Test
  void searchThatIsCutShortDecidesNothing() {
    Bounds few = Bounds.parse(Optional.of("10"), Optional.empty(), Optional.empty());
    CheckRun shortly =
        new CheckRun(Runs.session(new StringWriter(), Session.Screen.FILE), few.limits());
    Outcome found = Runs.run(bug("go6070"));

    List<GoOrder> orders = GoOrder.of(found, shortly::run);

    assertThat(orders).extracting(GoOrder::answer).containsExactly(GoOrder.Answer.NOT_DECIDED);
    assertThat(orders.getFirst().text())
        .startsWith("whether Go's own order of queues shows it is not decided (state limit");
  }

  @Test
  void whatHoldsIsNotLookedForAgain() {
    assertThat(run(Check.of(Runs.scenario("one-call"))).goOrders()).isEmpty();
  }

  @Test
  void violationOfQueuesInGoOrderIsNotLookedForAgain() {
    Check check = Check.of(Runs.scenario("yield-in-order")).only(List.of("work-conservation"));

    Outcome outcome = run(check);

    assertThat(outcome.counterexample()).isPresent();
    assertThat(outcome.goOrders()).isEmpty();
  }

  @Test
  void walksLookForNothingAgain() {
    Manner walks = new Manner(1, new Strategy.RandomWalk(1, 100, 50), Manner.Symmetry.OFF);

    assertThat(run(bug("go6070"), walks).goOrders()).isEmpty();
  }

  @Test
  void possibilityIsNotLookedForAgain() {
    Outcome outcome = run(Check.of(Runs.scenario("stop-beside-raw-call")));

    assertThat(outcome.judgements())
        .anyMatch(judgement -> judgement.standing() == Judgement.Standing.IMPOSSIBLE);
    assertThat(outcome.goOrders()).isEmpty();
  }
}
