package psyscall.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.StopReason;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;

/// Programs that use the operations of the runtime, for tests.
final class Programs {
  private static final KernelCall SHORT = new KernelCall.Service(5_000);

  private Programs() {}

  /// One goroutine does each of a list, another is created, a third is the system's.
  static List<GoroutineText> everything() {
    List<Operation> all = new ArrayList<>();
    for (Way way : Way.values()) {
      all.add(new Operation.Call(way, SHORT));
    }
    all.addAll(
        List.of(
            new Operation.Spawn(Optional.of("worker")),
            new Operation.Compute(1_000),
            new Operation.Print(),
            new Operation.Say("so far"),
            new Operation.Yield(),
            new Operation.LockThread(),
            new Operation.Yield(),
            new Operation.UnlockThread(),
            new Operation.StopTheWorld(StopReason.SWEEP_TERMINATION, 10_000),
            new Operation.Compute(200_000),
            new Operation.StopTheWorld(StopReason.MARK_TERMINATION, 10_000),
            new Operation.ForEachP(),
            new Operation.Netwait(500_000),
            new Operation.Ready(),
            new Operation.Exit()));
    return List.of(
        new GoroutineText(all, Origin.INITIAL),
        new GoroutineText(List.of(new Operation.Park()), Origin.SPAWNED, "worker"),
        new GoroutineText(List.of(new Operation.HelpForcedCollection()), Origin.INITIAL));
  }
}
