package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.State;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Preemption;

/// Compiled rules run a program as interpreted ones do: each step with its answers and events, each
/// state.
class EnginesAgreeTest {
  /// A step with its moment and the state after it.
  private record Taken(long nanos, String step, String clause, String events, State after) {}

  private static List<Taken> run(Workload workload, Engine engine, long seed, RunLimits limits) {
    List<Taken> all = new ArrayList<>();
    RunListener recorder =
        new RunListener() {
          @Override
          public void stepped(long nanos, StepView view) {
            all.add(
                new Taken(
                    nanos,
                    view.step().toString(),
                    view.step().clause(),
                    view.step().events().toString(),
                    view.state()));
          }
        };
    new VirtualRun(workload, engine, new SeededRandom(seed), limits, List.of(recorder)).run();
    return all;
  }

  static void assertAgree(Workload workload, long seeds, RunLimits limits) {
    Engines compiled =
        Engines.compiled(workload.specification(), workload.world(), Watched.NOTHING);
    Engines interpreted =
        Engines.interpreted(workload.specification(), workload.world(), Watched.NOTHING);
    for (long seed = 0; seed < seeds; seed++) {
      List<Taken> expected = run(workload, interpreted.fresh(), seed, limits);

      List<Taken> actual = run(workload, compiled.fresh(), seed, limits);

      for (int at = 0; at < Math.min(expected.size(), actual.size()); at++) {
        assertThat(actual.get(at)).as("seed=%d, step=%d", seed, at).isEqualTo(expected.get(at));
      }
      assertThat(actual).as("seed=%d", seed).hasSameSizeAs(expected);
      assertThat(actual).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.10.8,  RAW_SYSCALL, 2",
    "1.14.15, RAW_SYSCALL, 2",
    "1.19.13, RAW_SYSCALL, 1",
    "1.19.13, SYSCALL,     2",
  })
  void waitsRunAlike(String release, Way way, int processors) {
    Workload waits = Waits.withTimeout(release, way, processors, Preemption.ASYNCHRONOUS);

    assertAgree(waits, 2, new RunLimits(RunLimits.USUAL.nanos(), 400));
  }
}
