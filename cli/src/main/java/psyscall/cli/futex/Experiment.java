package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.model.run.RunLimits;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// A cell of the table: waits, and where they are made.
///
/// @param waits what is done
/// @param processors GOMAXPROCS, at least 1
/// @param preemption whether running goroutines are asked to yield by signals too
/// @param release whose rules run it
record Experiment(Waits waits, int processors, Preemption preemption, Release release) {
  /// Longer than the longest wait of a run is one that has no end.
  private static final long PATIENCE_NANOS = 3_000_000_000L;

  /// The program: the first goroutine creates who changes or wakes, if anybody does, and then those
  /// who wait.
  Workload workload() {
    List<GoroutineText> created = new ArrayList<>();
    other().ifPresent(created::add);
    GoroutineText waiter =
        new GoroutineText(
            List.of(new Operation.Call(waits.way(), waits.call()), new Operation.Print()),
            Origin.SPAWNED);
    created.addAll(Collections.nCopies(waits.count(), waiter));
    List<GoroutineText> all = new ArrayList<>();
    all.add(
        new GoroutineText(
            Collections.nCopies(created.size(), new Operation.Spawn()), Origin.INITIAL));
    all.addAll(created);
    long held = waits.meanwhile() instanceof Meanwhile.Wrong(long wrong) ? wrong : Waits.HELD;
    return new Workload(
        "futex-table",
        waits.text(),
        release,
        processors,
        preemption,
        new TreeMap<>(Map.of(Waits.WORD, held)),
        all);
  }

  private Optional<GoroutineText> other() {
    return switch (waits.meanwhile()) {
      case Meanwhile.Change(long nanos) ->
          Optional.of(after(nanos, new Operation.Store(Waits.WORD, Waits.HELD + 1)));
      case Meanwhile.Wake(long nanos) ->
          Optional.of(
              after(
                  nanos,
                  new Operation.Call(
                      Way.RAW_SYSCALL, new KernelCall.FutexWake(Waits.WORD, Integer.MAX_VALUE))));
      case Meanwhile.Nothing(), Meanwhile.Wrong _ -> Optional.empty();
    };
  }

  private static GoroutineText after(long nanos, Operation then) {
    Operation sleep = new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(nanos));
    return new GoroutineText(List.of(sleep, then), Origin.SPAWNED);
  }

  /// How long a run may take before it counts as one without an end.
  RunLimits limits() {
    long other =
        switch (waits.meanwhile()) {
          case Meanwhile.Change(long nanos) -> nanos;
          case Meanwhile.Wake(long nanos) -> nanos;
          case Meanwhile.Nothing(), Meanwhile.Wrong _ -> 0;
        };
    long all = Math.multiplyExact(waits.count(), waits.limitNanos().orElse(0));
    return new RunLimits(PATIENCE_NANOS + all + other, RunLimits.USUAL.steps());
  }

  /// Where it is made, such as `1.10.8, P=2, signals`.
  String place() {
    return "%s, P=%d, %s".formatted(release.name(), processors, how());
  }

  /// The word for the way of preemption.
  String how() {
    return switch (preemption) {
      case ASYNCHRONOUS -> "signals";
      case COOPERATIVE -> "prologues";
    };
  }
}
