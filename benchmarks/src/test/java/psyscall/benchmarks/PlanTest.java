package psyscall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.workload.Workloads;
import psyscall.spec.scenario.Scenarios;

class PlanTest {

  @Test
  void wordsOfTheScriptAreRead() {
    Plan plan =
        Plan.parse(
            List.of(
                "output=page.md",
                "runs=3",
                "scenarios=one-call,hand-off",
                "parts=ALL",
                "wordBits=20",
                "revision=abc",
                "--",
                "./benchmarks/run --runs=3",
                "-Xmx2g"));

    assertThat(plan)
        .isEqualTo(
            new Plan(
                Path.of("page.md"),
                3,
                List.of("one-call", "hand-off"),
                Plan.Parts.ALL,
                20,
                "./benchmarks/run --runs=3",
                "abc",
                List.of("-Xmx2g")));
  }

  @Test
  void noRunsAreRefused() {
    assertThatThrownBy(
            () ->
                Plan.parse(
                    List.of(
                        "output=p",
                        "runs=0",
                        "scenarios=default",
                        "parts=ALL",
                        "wordBits=20",
                        "revision=abc",
                        "--",
                        "run")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of runs: runs=0, limit=1..");
  }

  @Test
  void wordsWithoutACommandLineAreRefused() {
    assertThatThrownBy(() -> Plan.parse(List.of("runs=1", "--")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no command line: words=[runs=1, --]");
  }

  @Test
  void scenariosThatAreMeasuredExist() {
    assertThat(Workloads.SEARCHES).isNotEmpty().contains(Workloads.HOT);
    assertThat(Workloads.SEARCHES).allMatch(name -> Scenarios.named(name).isPresent());
  }
}
