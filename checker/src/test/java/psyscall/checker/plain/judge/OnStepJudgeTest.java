package psyscall.checker.plain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.judge.Finding;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.model.behavior.Behavior;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.property.Property;
import psyscall.spec.term.Term;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

final class OnStepJudgeTest {
  private static final Toy COUNTERS = Counters.of(2, 3);

  private static Int next(Int number) {
    return new Int(new Term.Next(number.term()));
  }

  @Test
  void aConditionOnBeforeAndAfterHolds() {
    Bool grows =
        Counters.individuals()
            .forAll(c -> Counters.counts(3).of(c).atMost(next(Counters.counts(3).of(c))));
    Property property = new Property.OnStep(Toy.about("grows"), grows.term());

    Finding finding = Searches.whole(COUNTERS, property).finding("grows");

    assertThat(finding.verdict()).isEqualTo(new Verdict.Holds<>(Extent.EXHAUSTIVE));
    assertThat(finding.examined()).isEqualTo(24);
  }

  @Test
  void aViolationEndsWithTheStep() {
    Bool stays = Counters.individuals().forAll(c -> next(Counters.counts(3).of(c)).lessThan(3));
    Property property = new Property.OnStep(Toy.about("stays"), stays.term());

    Verdict<Behavior> verdict = Searches.whole(COUNTERS, property).verdict();

    Behavior trace = ((Verdict.Violated<Behavior>) verdict).trace();
    assertThat(trace.transitions())
        .extracting(transition -> transition.step().toString())
        .containsExactly("C0 count.up", "C0 count.up", "C0 count.up");
    assertThat(trace.last().value("count").toString()).isEqualTo("[3, 0]");
  }

  @Test
  void aStepIsKnownByItsProcedure() {
    Property counted = new Property.OnStep(Toy.about("counted"), new Term.StepOf(List.of("count")));
    Property other = new Property.OnStep(Toy.about("other"), new Term.StepOf(List.of("other")));

    assertThat(Searches.whole(COUNTERS, counted).verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(Searches.whole(COUNTERS, other).verdict()).isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void withoutAStepItIsVacuous() {
    Toy toy = new Wiring(1, List.of()).process();
    Property property = new Property.OnStep(Toy.about("step"), Bool.FALSE.term());

    assertThat(Searches.whole(toy, property).verdict())
        .isEqualTo(new Verdict.Vacuous<>("no step is possible"));
  }
}
