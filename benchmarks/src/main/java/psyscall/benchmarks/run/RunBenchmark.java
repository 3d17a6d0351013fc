package psyscall.benchmarks.run;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import psyscall.model.engine.Engines;
import psyscall.model.engine.Watched;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// How long does a step of a run in virtual time take, compiled and interpreted? One operation is
/// one step; three goroutines on two Ps compute, and yield or make calls. Nobody listens.
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class RunBenchmark {
  /// How many steps a compiled run takes.
  static final int STEPS = 200_000;

  /// How many an interpreted one takes: it is slow, and it allocates.
  static final int INTERPRETED = 2_000;

  /// How often each goroutine computes and does the other thing: more often than in any of the
  /// runs.
  private static final int PASSES = 100_000;

  private static final int GOROUTINES = 3;
  private static final int PROCESSORS = 2;

  /// What the goroutines do besides computing: yield, or call.
  @Param({"yield", "call"})
  public String what;

  private Workload workload;
  private Engines compiled;
  private Engines interpreted;

  /// For JMH.
  public RunBenchmark() {}

  /// Compiles the rules.
  @Setup
  public void prepare() {
    Operation second =
        what.equals("yield")
            ? new Operation.Yield()
            : new Operation.Call(Operation.Way.SYSCALL, new KernelCall.Service(1_000));
    List<Operation> pass = List.of(new Operation.Compute(500), second);
    List<Operation> text =
        Collections.nCopies(PASSES, pass).stream().flatMap(List::stream).toList();
    workload =
        new Workload(
            "loops",
            "goroutines compute, and yield or call",
            Release.GO_1_19_13,
            PROCESSORS,
            Preemption.ASYNCHRONOUS,
            new TreeMap<>(),
            Collections.nCopies(GOROUTINES, new GoroutineText(text, Origin.INITIAL)));
    compiled = Engines.compiled(workload.specification(), workload.world(), Watched.NOTHING);
    interpreted = Engines.interpreted(workload.specification(), workload.world(), Watched.NOTHING);
  }

  /// A run that was not begun, made outside of the time: a run takes tens of milliseconds.
  @org.openjdk.jmh.annotations.State(Scope.Thread)
  public static class Prepared {
    private VirtualRun compiled;
    private VirtualRun interpreted;

    /// For JMH.
    public Prepared() {}

    /// Makes fresh runs.
    ///
    /// @param benchmark what is run
    @Setup(Level.Invocation)
    public void prepare(RunBenchmark benchmark) {
      compiled = benchmark.compiled(STEPS);
      interpreted = benchmark.interpreted(INTERPRETED);
    }
  }

  /// A run by compiled rules that was not begun.
  VirtualRun compiled(int steps) {
    return run(compiled, steps);
  }

  /// A run by interpreted rules that was not begun.
  VirtualRun interpreted(int steps) {
    return run(interpreted, steps);
  }

  private VirtualRun run(Engines engines, long steps) {
    RunLimits limits = new RunLimits(Long.MAX_VALUE / 2, steps);
    return new VirtualRun(workload, engines.fresh(), new SeededRandom(1), limits, List.of());
  }

  /// Compiled rules.
  ///
  /// @param prepared the run
  /// @return how it ended
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public RunEnd compiled(Prepared prepared) {
    return prepared.compiled.run();
  }

  /// Interpreted rules.
  ///
  /// @param prepared the run
  /// @return how it ended
  @Benchmark
  @OperationsPerInvocation(INTERPRETED)
  public RunEnd interpreted(Prepared prepared) {
    return prepared.interpreted.run();
  }
}
