package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.LostWakeup;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class DeadlockFreeJudgeTest {
  private static final Property NOWHERE =
      new Property.DeadlockFree(Toy.about("no-deadlock"), Bool.FALSE.term());

  @Test
  void aStateWithoutStepsIsADeadlock() {
    Verdict<Behavior> verdict = Searches.whole(Counters.of(2, 3), NOWHERE).verdict();

    assertThat(((Verdict.Deadlock<Behavior>) verdict).trace().length()).isEqualTo(6);
  }

  @Test
  void aDeclaredStateIsNone() {
    Bool done = Counters.individuals().forAll(c -> Counters.counts(3).of(c).is(3));
    Property property = new Property.DeadlockFree(Toy.about("no-deadlock"), done.term());

    assertThat(Searches.whole(Counters.of(2, 3), property).verdict())
        .isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
  }

  @Test
  void pollingIsNoWayOn() {
    Poller poller = Poller.blind();

    Verdict<Behavior> verdict = Searches.whole(poller.toy(), poller.noDeadlock()).verdict();

    assertThat(((Verdict.Deadlock<Behavior>) verdict).trace().length()).isEqualTo(2);
  }

  @Test
  void pollingThatBringsNewsIs() {
    Poller poller = Poller.seeing(3);

    assertThat(Searches.whole(poller.toy(), poller.noDeadlock()).verdict())
        .isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void anEnabledEnvironmentStepIsAWayOn() {
    assertThat(Searches.whole(LostWakeup.broken().toy(), NOWHERE).verdict())
        .isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void anEndedRunIsNone() {
    assertThat(Searches.whole(Thrower.of(3).toy(), NOWHERE).verdict())
        .isInstanceOf(Verdict.Holds.class);
  }
}
