package psyscall.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import psyscall.model.kernel.KernelError;
import psyscall.model.listen.EventRecorder;
import psyscall.model.listen.RunSummary;
import psyscall.model.listen.RunTally;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// The waits of the experiment on a futex, for tests, and a run of them.
final class Waits {
  static final long WAIT_NANOS = 300_000_000;

  private Waits() {}

  /// Three goroutines wait for 300 ms each, and print.
  static Workload withTimeout(String release, Way way, int processors, Preemption preemption) {
    return workload(
        release, processors, preemption, List.of(), waiter(way, OptionalLong.of(WAIT_NANOS)));
  }

  /// Three goroutines wait for ever, and a fourth changes the word after 300 ms.
  static Workload withChange(String release, Way way, int processors, Preemption preemption) {
    GoroutineText changer =
        new GoroutineText(
            List.of(
                new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(WAIT_NANOS)),
                new Operation.Store("word", 2)),
            Origin.SPAWNED);
    return workload(
        release, processors, preemption, List.of(changer), waiter(way, OptionalLong.empty()));
  }

  private static GoroutineText waiter(Way way, OptionalLong timeoutNanos) {
    KernelCall wait = new KernelCall.FutexWait("word", 1, timeoutNanos);
    return new GoroutineText(
        List.of(new Operation.Call(way, wait), new Operation.Print()), Origin.SPAWNED);
  }

  private static Workload workload(
      String release,
      int processors,
      Preemption preemption,
      List<GoroutineText> others,
      GoroutineText waiter) {
    List<GoroutineText> created = new ArrayList<>(List.of(waiter, waiter, waiter));
    created.addAll(others);
    List<Operation> spawns =
        Stream.<Operation>generate(Operation.Spawn::new).limit(created.size()).toList();
    List<GoroutineText> all = new ArrayList<>(List.of(new GoroutineText(spawns, Origin.INITIAL)));
    all.addAll(created);
    return new Workload(
        "waits",
        "the experiment on a futex",
        Release.named(release).orElseThrow(),
        processors,
        preemption,
        new TreeMap<>(Map.of("word", 1L)),
        all);
  }

  /// A run with all that was told of it.
  record Observed(RunEnd end, List<CallOutcome> outcomes, RunSummary summary, String log) {
    /// The errors that were printed, in words of their own.
    List<String> errors() {
      return outcomes.stream()
          .map(outcome -> outcome.result().error().map(KernelError::name).orElse("none"))
          .toList();
    }

    /// What the calls took, the longest last.
    List<Long> millis() {
      return outcomes.stream().map(outcome -> outcome.nanos() / 1_000_000).sorted().toList();
    }

    long endMillis() {
      return end.nanos() / 1_000_000;
    }
  }

  static Observed run(Workload workload) {
    return run(workload, new RoundRobin());
  }

  static Observed run(Workload workload, Scheduler scheduler) {
    List<CallOutcome> outcomes = new ArrayList<>();
    RunTally tally = new RunTally(workload);
    StringBuilder log = new StringBuilder();
    RunListener prints =
        new RunListener() {
          @Override
          public void printed(long nanos, long goroutine, CallOutcome outcome) {
            outcomes.add(outcome);
          }
        };
    List<RunListener> listeners = List.of(tally, new EventRecorder(workload, log), prints);
    RunEnd end = new VirtualRun(workload, scheduler, RunLimits.USUAL, listeners).run();
    return new Observed(end, outcomes, tally.summary(end), log.toString());
  }
}
