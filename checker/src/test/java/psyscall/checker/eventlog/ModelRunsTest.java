package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.listen.EventRecorder;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// What the reference implementation logs of its runs is explained, each event.
class ModelRunsTest {
  private static final int SEEDS = 6;

  static Stream<Workload> workloads() {
    return Release.all().stream()
        .flatMap(release -> IntStream.of(1, 2, 3).mapToObj(ps -> workload(release, ps)));
  }

  private static Workload workload(Release release, int processors) {
    GoroutineText waiter =
        text(
            new Operation.Call(
                Way.RAW_SYSCALL, new KernelCall.FutexWait("w", 1, OptionalLong.of(15_000_000))),
            new Operation.Yield(),
            new Operation.Call(Way.SYSCALL, new KernelCall.Service(200_000)),
            new Operation.Print());
    GoroutineText worker =
        text(
            new Operation.Compute(12_000_000),
            new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(3_000_000)),
            new Operation.Store("w", 2),
            new Operation.Call(Way.SYSCALL, new KernelCall.FutexWake("w", 1)),
            new Operation.Call(Way.SYSCALL, new KernelCall.Nanosleep(30_000_000)));
    GoroutineText first =
        new GoroutineText(
            List.of(new Operation.Spawn(), new Operation.Spawn(), new Operation.Spawn()),
            Origin.INITIAL);
    return new Workload(
        "mixed",
        "calls of all kinds",
        release,
        processors,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(Map.of("w", 1L)),
        List.of(first, waiter, waiter, worker));
  }

  private static GoroutineText text(Operation... operations) {
    return new GoroutineText(List.of(operations), Origin.SPAWNED);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void eachEventOfAnySeedIsExplained(Workload workload) throws IOException, TraceFault {
    for (int seed = 0; seed < SEEDS; seed++) {
      StringBuilder log = new StringBuilder();
      RunEnd end =
          new VirtualRun(
                  workload,
                  new SeededRandom(seed),
                  RunLimits.USUAL,
                  List.of(new EventRecorder(workload, log)))
              .run();

      JudgedLog judged = JudgedLog.of(log.toString());

      assertThat(judged.refused()).as("seed=%d", seed).isEmpty();
      assertThat(end).isInstanceOf(RunEnd.Ended.class);
      assertThat(judged.judge().explained()).isGreaterThan(50);
      assertThat(judged.events()).contains("GoSyscallBlock", "GoSyscallEnter", "GoDestroy");
    }
  }
}
