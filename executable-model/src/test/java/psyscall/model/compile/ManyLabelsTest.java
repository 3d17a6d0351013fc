package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;

/// Specifications of many labels do what the interpreter does, whether or not the methods that go
/// by label are cut.
class ManyLabelsTest {
  private static Comparison compared(int labels, int workers) {
    Specification specification = ManyLabels.of(labels);
    List<Term> conditions = ManyLabels.conditions(specification, labels);
    return new Comparison(
        specification, World.of(ManyLabels.WORKER, workers), conditions, conditions);
  }

  @ParameterizedTest
  @CsvSource({"64, 379, 436", "65, 384, 441", "250, 1494, 1707", "500, 2994, 3423"})
  void allStatesOfOneWorkerAgree(int labels, int states, int steps) {
    Comparison comparison = compared(labels, 1);

    assertThat(comparison.explore(20_000)).isEqualTo(states);
    assertThat(comparison.compared()).isEqualTo(steps);
  }

  @Test
  void tenTimesTheLabelsOfTodayAgree() {
    Comparison comparison = compared(ManyLabels.TEN_TIMES, 1);

    assertThat(comparison.explore(20_000)).isEqualTo(11_994);
    assertThat(comparison.compared()).isEqualTo(13_707);
  }

  @Test
  void stepsOfSeveralWorkersAgree() {
    Comparison comparison = compared(ManyLabels.TEN_TIMES, 3);

    assertThat(comparison.explore(2_000)).isEqualTo(2_000);
    assertThat(comparison.compared()).isEqualTo(7_066);
  }
}
