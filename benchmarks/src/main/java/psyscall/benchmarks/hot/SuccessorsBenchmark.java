package psyscall.benchmarks.hot;

import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import psyscall.benchmarks.workload.StateSample;
import psyscall.benchmarks.workload.Subject;
import psyscall.benchmarks.workload.Workloads;
import psyscall.model.behavior.State;
import psyscall.model.compile.NextState;
import psyscall.model.interpret.Interpreter;

/// What do all steps out of a state cost, compiled and interpreted? One operation is one state.
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class SuccessorsBenchmark {
  /// How many states the compiled steps are taken from.
  public static final int STATES = 1 << 16;

  /// How many of them the interpreter takes: it is slow, and it allocates.
  static final int INTERPRETED = 1 << 12;

  /// The scenario's name.
  @Param(Workloads.HOT)
  public String scenario;

  private StateSample sample;
  private NextState next;
  private long[] targets;
  private int[] tags;
  private Interpreter interpreter;
  private List<State> unpacked;

  /// For JMH.
  public SuccessorsBenchmark() {}

  /// Makes the sample.
  @Setup
  public void prepare() {
    Subject subject = Subject.of(scenario);
    sample = StateSample.of(subject, STATES, StateSample.SPREAD);
    next = sample.compiled().nextState();
    targets = new long[sample.compiled().maxSuccessors() * sample.words()];
    tags = new int[sample.compiled().maxSuccessors()];
    interpreter = subject.interpreter();
    unpacked = new ArrayList<>();
    int stride = STATES / INTERPRETED * sample.words();
    for (int at = 0; at < sample.states().length; at += stride) {
      unpacked.add(sample.compiled().layout().unpack(sample.states(), at));
    }
  }

  /// The generated class.
  ///
  /// @return how many steps there are
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long compiled() {
    long[] states = sample.states();
    int words = sample.words();
    long steps = 0;
    for (int at = 0; at < states.length; at += words) {
      steps += next.successors(states, at, targets, tags);
    }
    return steps;
  }

  /// The plain evaluator, over every sixteenth state.
  ///
  /// @return how many steps there are
  @Benchmark
  @OperationsPerInvocation(INTERPRETED)
  public long interpreted() {
    long steps = 0;
    for (State state : unpacked) {
      steps += interpreter.successors(state).size();
    }
    return steps;
  }

  /// All `always` properties of the scenario, compiled.
  ///
  /// @return in how many cases one holds
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long conditions() {
    long[] states = sample.states();
    int words = sample.words();
    long held = 0;
    for (int at = 0; at < states.length; at += words) {
      for (int condition = 0; condition < sample.conditions(); condition++) {
        held += next.holds(condition, states, at) ? 1 : 0;
      }
    }
    return held;
  }
}
