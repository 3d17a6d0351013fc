package psyscall.model.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.StopReason;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;

/// The operations of a scenario with arguments: a scenario says what goroutines do, and not for how
/// long.
///
/// A computation lasts 1 µs; each call is one that works for 10 µs without waiting; a stop of the
/// world is that of the collector's first phase, and lasts 1 µs; a wait for the network 10 µs.
/// Where a program leaves open what it does, the first of what it may do stands for it.
public final class DefaultArguments {
  /// How long user code runs before an operation.
  static final long COMPUTE_NANOS = 1_000;

  /// How long the kernel takes for a call.
  static final long CALL_NANOS = 10_000;

  private DefaultArguments() {}

  /// A scenario as a workload.
  ///
  /// @param scenario the scenario
  /// @return a workload of its name, release and Ps, a goroutine for each of its programs; its
  ///   rules and its number of threads are not those of the scenario
  public static Workload of(Scenario scenario) {
    List<GoroutineText> goroutines = new ArrayList<>();
    for (Program program : scenario.programs()) {
      goroutines.add(
          new GoroutineText(
              program.positions().stream().map(DefaultArguments::first).toList(),
              program.isSpawned() ? Origin.SPAWNED : Origin.INITIAL));
    }
    return new Workload(
        scenario.name(),
        scenario.summary(),
        scenario.release(),
        scenario.processors(),
        scenario.features().contains(Feature.SIGURG)
            ? Preemption.ASYNCHRONOUS
            : Preemption.COOPERATIVE,
        new TreeMap<>(),
        goroutines);
  }

  private static Operation first(Set<Op> ops) {
    return of(ops.iterator().next());
  }

  /// An operation with its default argument.
  ///
  /// @param op one without
  /// @return the operation
  public static Operation of(Op op) {
    return switch (op) {
      case COMPUTE -> new Operation.Compute(COMPUTE_NANOS);
      case SYSCALL -> call(Operation.Way.SYSCALL);
      case RAW_SYSCALL -> call(Operation.Way.RAW_SYSCALL);
      case RAW_BLOCKED -> call(Operation.Way.RAW_BLOCKED);
      case BLOCK -> call(Operation.Way.BLOCK);
      case GOSCHED -> new Operation.Yield();
      case PARK -> new Operation.Park();
      case READY -> new Operation.Ready();
      case STOP_THE_WORLD ->
          new Operation.StopTheWorld(StopReason.SWEEP_TERMINATION, COMPUTE_NANOS);
      case FOR_EACH_P -> new Operation.ForEachP();
      case LOCK -> new Operation.LockThread();
      case UNLOCK -> new Operation.UnlockThread();
      case GO -> new Operation.Spawn();
      case NETWAIT -> new Operation.Netwait(CALL_NANOS);
      case FORCE_GC -> new Operation.HelpForcedCollection();
      case EXIT -> new Operation.Exit();
    };
  }

  private static Operation call(Operation.Way way) {
    return new Operation.Call(way, new KernelCall.Service(CALL_NANOS));
  }
}
