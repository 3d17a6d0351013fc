package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Limits;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Toy;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class SometimesJudgeTest {
  private static final Toy COUNTERS = Counters.of(2, 3);

  private static Property all(int count) {
    return new Property.Sometimes(
        Toy.about("all-" + count),
        Counters.individuals().forAll(c -> Counters.counts(3).of(c).is(count)).term());
  }

  @Test
  void aWitnessThatIsReachedHolds() {
    assertThat(Searches.whole(COUNTERS, all(3)).verdict())
        .isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
  }

  @Test
  void aWitnessThatIsNotReachedIsVacuous() {
    Finding finding = Searches.whole(COUNTERS, all(4)).finding("all-4");

    assertThat(finding.verdict()).isEqualTo(new Verdict.Vacuous<>("not reached: witness=all-4"));
    assertThat(finding.examined()).isEqualTo(16);
  }

  @Test
  void onAPartOfTheGraphOnlyAReachedWitnessIsKnown() {
    SearchOptions part = SearchOptions.WHOLE_GRAPH.within(Limits.NONE.withMaxStates(8));

    assertThat(Searches.search(COUNTERS, part, all(1)).verdict())
        .isEqualTo(new Verdict.Holds<>(Extent.WITHIN_BOUNDS));
    assertThat(Searches.search(COUNTERS, part, all(3)).verdict())
        .isInstanceOf(Verdict.Inconclusive.class);
  }
}
