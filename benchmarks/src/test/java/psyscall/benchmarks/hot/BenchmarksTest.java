package psyscall.benchmarks.hot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The benchmarks compute what they say, whatever it takes.
class BenchmarksTest {
  private static final String SCENARIO = "hand-off";
  private static final int STATES = 308;

  @Test
  void bothWaysTakeAllSteps() {
    SuccessorsBenchmark benchmark = new SuccessorsBenchmark();
    benchmark.scenario = SCENARIO;
    benchmark.prepare();

    // Of 65,536 states, the 308 in turn: 212 times the whole graph's 535 steps, and some more.
    assertThat(benchmark.compiled()).isEqualTo(212 * 535 + 433);
    assertThat(benchmark.interpreted()).isEqualTo(7_130);
    assertThat(benchmark.conditions()).isPositive();
  }

  @Test
  void everyWayOfAddingFindsTheSameStates() {
    InsertBenchmark benchmark = new InsertBenchmark();
    benchmark.scenario = SCENARIO;
    benchmark.prepare();
    InsertBenchmark.Empty empty = new InsertBenchmark.Empty();

    empty.prepare(benchmark);
    assertThat(benchmark.newInBatches(empty)).isEqualTo(STATES);
    empty.prepare(benchmark);
    assertThat(benchmark.newOneByOne(empty)).isEqualTo(STATES);
    assertThat(benchmark.newInHashSet()).isEqualTo(STATES);
    assertThat(benchmark.knownInBatches()).isZero();
    assertThat(benchmark.knownOneByOne()).isZero();
  }

  @Test
  void statesAreMadeCanonical() {
    CanonicaliseBenchmark benchmark = new CanonicaliseBenchmark();
    benchmark.scenario = SCENARIO;
    benchmark.prepare();

    long copied = benchmark.copyOnly();

    assertThat(benchmark.copyOnly()).isEqualTo(copied);
    assertThat(benchmark.canonicalise()).isNotEqualTo(copied).isEqualTo(benchmark.canonicalise());
  }
}
