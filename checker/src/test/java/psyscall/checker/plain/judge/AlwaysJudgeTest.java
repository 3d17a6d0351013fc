package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Limits;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Thrower;
import psyscall.model.behavior.Behavior;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class AlwaysJudgeTest {

  @Test
  void aLockThatIsTakenInOneStepHoldsItsPromise() {
    Locks locks = Locks.atomic(3);

    Finding finding = Searches.whole(locks.toy(), locks.exclusion()).finding("exclusion");

    assertThat(finding.verdict()).isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
    assertThat(finding.examined()).isEqualTo(4);
  }

  @Test
  void aLockThatIsLookedAtFirstIsBrokenInFourSteps() {
    Locks locks = Locks.split(2);

    Finding finding = Searches.whole(locks.toy(), locks.exclusion()).finding("exclusion");

    Behavior trace = ((Verdict.Violated<Behavior>) finding.verdict()).trace();
    assertThat(trace.transitions())
        .extracting(transition -> transition.step().toString())
        .containsExactly("T0 enter.look", "T1 enter.look", "T0 enter.take", "T1 enter.take");
  }

  @Test
  void aThrowIsToldInTheReason() {
    Thrower thrower = Thrower.of(3);

    Verdict<Behavior> verdict = Searches.whole(thrower.toy(), thrower.neverThrows()).verdict();

    Verdict.Violated<Behavior> violated = (Verdict.Violated<Behavior>) verdict;
    assertThat(violated.property()).isEqualTo("never-throws");
    assertThat(violated.reason())
        .isEqualTo(
            "not so in the last state, where the run ended: ending=too-far, counted too far");
    assertThat(violated.trace().length()).isEqualTo(4);
  }

  @Test
  void aViolationIsOneHoweverLittleIsExplored() {
    Locks locks = Locks.split(2);
    SearchOptions options = SearchOptions.WHOLE_GRAPH.within(Limits.NONE.withMaxStates(9));
    SearchOptions less = SearchOptions.WHOLE_GRAPH.within(Limits.NONE.withMaxStates(5));

    assertThat(Searches.search(locks.toy(), options, locks.exclusion()).verdict())
        .isInstanceOf(Verdict.Violated.class);
    assertThat(Searches.search(locks.toy(), less, locks.exclusion()).verdict())
        .isInstanceOf(Verdict.Inconclusive.class);
  }
}
