package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSectionTest {
  private static final RunSection.Origin ORIGIN =
      new RunSection.Origin("virtual-runs", "2026-01-31", "abc", 0.25);

  @Test
  void compiledRulesHaveAnAim() {
    String section =
        RunSection.of(
            List.of(
                new HotFigure("RunBenchmark.compiled", List.of("yield"), 125, 1.5, 0.5),
                new HotFigure("RunBenchmark.compiled", List.of("call"), 400, 2, 40),
                new HotFigure("RunBenchmark.interpreted", List.of("call"), 10_000, 20, 20_000)),
            Map.of("yield", 0.04, "call", 38.5),
            ORIGIN);

    assertThat(section)
        .startsWith("## Runs in virtual time\n")
        .contains("at revision abc")
        .contains("| RunBenchmark.compiled, yield | 125.0 | 1.5 | 8.00 | 0.5 |")
        .contains("| RunBenchmark.interpreted, call | 10000.0 | 20.0 | 0.10 | 20000.0 |")
        .contains("| compiled rules, M steps/s | yield | 8.00 | at least 5 | yes |")
        .contains("| compiled rules, M steps/s | call | 2.50 | at least 5 | no |")
        .contains("| compiled rules, bytes a step | yield | 0.0 | 0 | yes |")
        .contains("| compiled rules, bytes a step | call | 38.5 | 0 | no |")
        .doesNotContain("| compiled rules, M steps/s | call | 0.10");
  }

  @Test
  void nothingMeasuredIsNoSection() {
    assertThatThrownBy(() -> RunSection.of(List.of(), Map.of(), ORIGIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("benchmark=RunBenchmark.compiled");
  }
}
