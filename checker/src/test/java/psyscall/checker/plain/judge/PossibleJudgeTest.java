package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.checker.judge.Finding;
import psyscall.checker.toy.Kernel;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class PossibleJudgeTest {

  @Test
  void aStopThatTakesTheProcessorAwayCanAlwaysBeReached() {
    Kernel kernel = Kernel.handingOff();

    Finding finding = Searches.whole(kernel.toy(), kernel.canStop()).finding("can-stop");

    assertThat(finding.verdict()).isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
    assertThat(finding.examined()).isEqualTo(10);
  }

  @Test
  void aStopThatWaitsForTheKernelCannot() {
    Kernel kernel = Kernel.waiting();

    Verdict<Behavior> verdict = Searches.whole(kernel.toy(), kernel.canStop()).verdict();

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) verdict;
    assertThat(violated.trace().transitions())
        .extracting(transition -> transition.step().toString())
        .containsExactly("calls calls.user", "calls calls.enter", "stop stop.begin");
    assertThat(violated.reason())
        .isEqualTo(
            "out of reach from the last state without environment steps; enabled: protocol=[],"
                + " environment=[calls calls.kernel], polling=[]");
  }

  @Test
  void pollingStepsMayBePartOfThePath() {
    Poller seeing = Poller.seeing(3);
    Poller blind = Poller.blind();

    assertThat(Searches.whole(seeing.toy(), seeing.canBeHelped()).verdict())
        .isInstanceOf(Verdict.Holds.class);
    assertThat(Searches.whole(blind.toy(), blind.canBeHelped()).verdict())
        .isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void anEndedStateCanBeReachedButNotStartedFrom() {
    Toy toy = Thrower.of(3).toy();
    Property theEnd =
        new Property.Possible(Toy.about("the-end"), Bool.TRUE.term(), toy.ended("enough").term());

    Finding finding = Searches.whole(toy, theEnd).finding("the-end");

    assertThat(finding.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(finding.examined()).isEqualTo(4);
  }

  @Test
  void withoutAStateToStartFromItIsVacuous() {
    Toy toy = Thrower.of(3).toy();
    Property nowhere =
        new Property.Possible(Toy.about("nowhere"), toy.ended("too-far").term(), Bool.TRUE.term());

    assertThat(Searches.whole(toy, nowhere).verdict())
        .isEqualTo(new Verdict.Vacuous<>("no state to start from: property=nowhere"));
  }
}
