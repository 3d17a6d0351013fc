package psyscall.benchmarks.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import psyscall.model.run.RunEnd;
import psyscall.model.run.VirtualRun;

/// What the steps of a run allocate by themselves: what a run has more than one of half its length.
/// JMH would count its preparation too, and what is learned of each rule at its first step.
public final class RunAllocation {
  /// The same run before, so that what is counted runs compiled.
  private static final int WARM_UPS = 15;

  /// Long enough that what is learned once, perhaps late, is no figure a step.
  private static final int STEPS = 1_000_000;

  private RunAllocation() {}

  /// Counts for compiled rules.
  ///
  /// @param what goroutines do besides computing, as for [RunBenchmark]
  /// @return bytes a step
  public static double compiled(String what) {
    return aStep(prepared(what)::compiled, STEPS, WARM_UPS);
  }

  /// Counts for interpreted rules, which are known to allocate.
  static double interpreted(String what) {
    return aStep(prepared(what)::interpreted, 2 * RunBenchmark.INTERPRETED, 1);
  }

  private static RunBenchmark prepared(String what) {
    RunBenchmark benchmark = new RunBenchmark();
    benchmark.what = what;
    benchmark.prepare();
    return benchmark;
  }

  private static double aStep(IntFunction<VirtualRun> runs, int steps, int warmUps) {
    int half = steps / 2;
    long all = bytes(runs, steps, warmUps);
    return (double) (all - bytes(runs, half, warmUps)) / half;
  }

  private static long bytes(IntFunction<VirtualRun> runs, int steps, int warmUps) {
    long bytes = 0;
    for (int count = 0; count <= warmUps; count++) {
      VirtualRun run = runs.apply(steps);
      long before = allocated();
      RunEnd end = run.run();
      bytes = allocated() - before;
      if (end.steps() != steps) {
        throw new IllegalStateException("another run than expected: steps=" + end.steps());
      }
    }
    return bytes;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
