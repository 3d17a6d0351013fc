package psyscall.benchmarks.hot;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import psyscall.benchmarks.workload.StateSample;
import psyscall.benchmarks.workload.Subject;
import psyscall.benchmarks.workload.Workloads;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.reduction.Symmetry;

/// What does it cost to make a state its representative? One operation is one state, which is
/// copied first, since it is changed in place.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class CanonicaliseBenchmark {
  /// How many states are made canonical.
  public static final int STATES = 1 << 16;

  /// The scenario's name.
  @Param(Workloads.HOT)
  public String scenario;

  private StateSample sample;
  private Reduction symmetry;
  private long[] copy;

  /// For JMH.
  public CanonicaliseBenchmark() {}

  /// Makes the sample.
  @Setup
  public void prepare() {
    sample = StateSample.of(Subject.of(scenario), STATES, StateSample.SPREAD);
    symmetry = Symmetry.of(sample.compiled().layout()).forThread();
    copy = new long[sample.words()];
  }

  /// Copies and makes canonical.
  ///
  /// @return something that depends on each state
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long canonicalise() {
    long[] states = sample.states();
    int words = sample.words();
    long mixed = 0;
    for (int at = 0; at < states.length; at += words) {
      System.arraycopy(states, at, copy, 0, words);
      symmetry.canonicalise(copy, 0);
      mixed ^= copy[0];
    }
    return mixed;
  }

  /// Only copies: what to subtract.
  ///
  /// @return something that depends on each state
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long copyOnly() {
    long[] states = sample.states();
    int words = sample.words();
    long mixed = 0;
    for (int at = 0; at < states.length; at += words) {
      System.arraycopy(states, at, copy, 0, words);
      mixed ^= copy[0];
    }
    return mixed;
  }
}
