package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Exploration;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.LostWakeup;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class QuietJudgeTest {

  @Test
  void aLostWakeUpIsFoundThoughNothingIsDeadlocked() {
    LostWakeup toy = LostWakeup.broken();

    Exploration found = Searches.whole(toy.toy(), toy.workIsDone(), toy.noDeadlock());

    Verdict.Violated<Behavior> violated =
        (Verdict.Violated<Behavior>) found.finding("work-is-done").verdict();
    assertThat(violated.trace().transitions())
        .extracting(transition -> transition.step().toString())
        .containsExactly(
            "consume consume.look",
            "produce produce.begin",
            "produce produce.put",
            "produce produce.wake",
            "consume consume.sleep");
    assertThat(violated.reason())
        .isEqualTo(
            "not so in the last state, which is quiet; enabled: protocol=[],"
                + " environment=[user user.compute], polling=[]");
    assertThat(found.finding("no-deadlock").verdict()).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void aSecondLookKeepsTheWakeUp() {
    LostWakeup toy = LostWakeup.repaired();

    Exploration found = Searches.whole(toy.toy(), toy.workIsDone(), toy.noDeadlock());

    assertThat(found.finding("work-is-done").verdict())
        .isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
    assertThat(found.finding("work-is-done").examined()).isEqualTo(1);
    assertThat(found.quietStates()).hasValue(1);
  }

  @Test
  void pollingForEverDoesNotHideThatAllIsQuiet() {
    Poller poller = Poller.blind();

    Verdict<Behavior> verdict = Searches.whole(poller.toy(), poller.helped()).verdict();

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) verdict;
    assertThat(violated.trace().length()).isEqualTo(2);
    assertThat(violated.reason()).endsWith("polling=[look look.next]");
  }

  @Test
  void aPollerThatHelpsInALaterRoundKeepsAStateFromBeingQuiet() {
    Poller poller = Poller.seeing(3);

    assertThat(Searches.whole(poller.toy(), poller.helped()).verdict())
        .isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void theCounterOfAProcessThatDoesNotPollIsNews() {
    Wiring wiring =
        new Wiring(
            2,
            List.of(
                new Wiring.Arrow(0, 1, StepKind.POLLING, Wiring.Effect.NOTHING),
                new Wiring.Arrow(1, 1, StepKind.POLLING, Wiring.Effect.NOTHING)));
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.TRUE.term());

    assertThat(Searches.whole(wiring.process(), quiet).quietStates()).hasValue(1);
    assertThat(Searches.whole(wiring.poller(), quiet).quietStates()).hasValue(2);
  }

  @Test
  void anEndedRunIsNotJudged() {
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.FALSE.term());

    assertThat(Searches.whole(Thrower.of(3).toy(), quiet).verdict())
        .isEqualTo(new Verdict.Vacuous<>("no state is quiet"));
  }

  @Test
  void theLastStateOfAllCountersIsQuiet() {
    Property quiet = new Property.Quiet(Toy.about("quiet"), Bool.FALSE.term());

    Verdict<Behavior> verdict = Searches.whole(Counters.of(2, 3), quiet).verdict();

    assertThat(((Verdict.Violated<Behavior>) verdict).trace().length()).isEqualTo(6);
  }
}
