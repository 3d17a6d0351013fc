package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import psyscall.model.kernel.KernelError;
import psyscall.model.run.CallOutcome;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.Scheduler;
import psyscall.model.workload.Operation;

/// Runs a cell of the table by the rules of its release, and keeps what its waits gave back.
final class Computed implements RunListener {
  private final Map<Long, Long> begins = new TreeMap<>();
  private final Map<Long, CallOutcome> outcomes = new TreeMap<>();

  private Computed() {}

  /// Runs a cell.
  ///
  /// @param experiment the cell
  /// @param scheduler decides what is left open
  /// @return what is to be seen
  static Seen of(Experiment experiment, Scheduler scheduler) {
    Computed computed = new Computed();
    new VirtualRun(experiment.workload(), scheduler, experiment.limits(), List.of(computed)).run();
    return computed.seen(experiment.waits().count());
  }

  @Override
  public void entered(long nanos, long goroutine, Operation.Way way) {
    begins.putIfAbsent(goroutine, nanos);
  }

  @Override
  public void printed(long nanos, long goroutine, CallOutcome outcome) {
    outcomes.put(goroutine, outcome);
  }

  private Seen seen(int wanted) {
    if (outcomes.size() < wanted) {
      return Seen.hang();
    }
    List<Seen.Call> calls = new ArrayList<>();
    long last = 0;
    for (Map.Entry<Long, CallOutcome> each : outcomes.entrySet()) {
      long began = begins.getOrDefault(each.getKey(), 0L);
      CallOutcome outcome = each.getValue();
      String name = outcome.result().error().map(KernelError::name).orElse("0");
      calls.add(new Seen.Call(name, OptionalLong.of(began), outcome.nanos()));
      last = Math.max(last, began + outcome.nanos());
    }
    return new Seen(calls, OptionalLong.of(last));
  }
}
