package psyscall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.workload.Subject;
import psyscall.benchmarks.workload.Workloads;

class SpinPlanTest {

  @Test
  void wordsOfTheScriptAreRead() {
    assertThat(plan("runs=3", "scenario=hand-off", "depth=70"))
        .isEqualTo(
            new SpinPlan(
                Path.of("page.md"), 3, "hand-off", 70, "against-spin", "abc", List.of("-Xmx2g")));
  }

  @Test
  void noRunsAreRefused() {
    assertThatThrownBy(() -> plan("runs=0", "scenario=hand-off", "depth=70"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of runs: runs=0, limit=1..");
  }

  @Test
  void waysWithoutStepsAreRefused() {
    assertThatThrownBy(() -> plan("runs=1", "scenario=hand-off", "depth=0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length of a way: depth=0, limit=1..");
  }

  @Test
  void wordsWithoutACommandLineAreRefused() {
    assertThatThrownBy(() -> SpinPlan.parse(List.of("runs=1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no command line: words=[runs=1]");
  }

  /// How many states the default has is told by the page: a search of them would take long here.
  @Test
  void defaultIsAScenario() {
    SpinPlan plan = plan("runs=5", "scenario=default", "depth=70");

    assertThat(plan.scenario()).isEqualTo(Workloads.BESIDE_SPIN);
    assertThat(Subject.unjudged(plan.scenario()).interpreter().specification().rules())
        .isNotEmpty();
  }

  private static SpinPlan plan(String runs, String scenario, String depth) {
    return SpinPlan.parse(
        List.of(
            "output=page.md",
            runs,
            scenario,
            depth,
            "revision=abc",
            "--",
            "against-spin",
            "-Xmx2g"));
  }
}
