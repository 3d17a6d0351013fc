package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HotSectionTest {
  private static final Results.Origin ORIGIN =
      new Results.Origin(
          "2026-01-31", "run", "abc", 1, 8, List.of(), new Machine("p", "m", "s", "j", 0));

  @Test
  void stepsHaveTheirTimeForAStep() {
    Results results =
        new Results(
            ORIGIN,
            List.of(),
            List.of(),
            List.of(
                new HotFigure("SuccessorsBenchmark.compiled", List.of("s"), 80, 1.5, 0),
                new HotFigure("SuccessorsBenchmark.conditions", List.of("s"), 20, 0.5, 0),
                new HotFigure("InsertBenchmark.newInHashSet", List.of("s"), 120, 2.25, 72)),
            2.5);

    assertThat(HotSection.of(results))
        .contains("2.50 steps lead out of a state")
        .contains("| SuccessorsBenchmark.compiled | 80.0 | 1.5 | 32.0 | 0.0 |")
        .contains("| SuccessorsBenchmark.conditions | 20.0 | 0.5 |  | 0.0 |")
        .contains("| InsertBenchmark.newInHashSet | 120.0 | 2.3 |  | 72.0 |");
  }
}
