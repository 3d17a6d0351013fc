package psyscall.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.run.RunEnd;

/// The benchmark takes as many steps as it says: no program is at its end before.
class RunBenchmarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"yield", "call"})
  void allStepsAreTaken(String what) {
    RunBenchmark benchmark = new RunBenchmark();
    benchmark.what = what;
    benchmark.prepare();
    RunBenchmark.Prepared prepared = new RunBenchmark.Prepared();
    prepared.prepare(benchmark);

    assertThat(benchmark.compiled(prepared))
        .isInstanceOfSatisfying(
            RunEnd.StepsOver.class, over -> assertThat(over.steps()).isEqualTo(RunBenchmark.STEPS));
    assertThat(benchmark.interpreted(prepared))
        .isInstanceOfSatisfying(
            RunEnd.StepsOver.class,
            over -> assertThat(over.steps()).isEqualTo(RunBenchmark.INTERPRETED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yield", "call"})
  void compiledStepsAllocateNothing(String what) {
    assertThat(RunAllocation.compiled(what)).isLessThan(1);
  }

  @Test
  void whatInterpretedStepsAllocateIsCounted() {
    assertThat(RunAllocation.interpreted("yield")).isGreaterThan(100);
  }
}
