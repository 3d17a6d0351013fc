package psyscall.benchmarks.hot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import psyscall.benchmarks.workload.StateSample;
import psyscall.benchmarks.workload.Subject;
import psyscall.benchmarks.workload.Workloads;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateStore;
import psyscall.checker.store.StateWriter;

/// What does the store cost, with and without the accesses of a batch overlapping, and what does a
/// `HashSet`? One operation is one state.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class InsertBenchmark {
  /// How many states are added; with their table they do not fit in a core's own caches.
  public static final int STATES = 1 << 20;

  /// About as many successors as a search's batch has.
  private static final int BATCH = 64;

  /// The scenario's name.
  @Param(Workloads.HOT)
  public String scenario;

  private StateSample sample;
  private StateWriter filled;
  private final long[] hashes = new long[BATCH];
  private final int[] entries = new int[BATCH];

  /// For JMH.
  public InsertBenchmark() {}

  /// Makes the sample, and a store that has all of it.
  @Setup
  public void prepare() {
    sample = StateSample.of(Subject.of(scenario), STATES, 1);
    filled = emptyStore();
    inBatches(filled);
  }

  /// A store without states, its table made for all of them.
  @State(Scope.Thread)
  public static class Empty {
    private StateWriter writer;

    /// For JMH.
    public Empty() {}

    /// Makes it; the benchmark's own setup comes before.
    ///
    /// @param benchmark has the sample
    @Setup(Level.Invocation)
    public void prepare(InsertBenchmark benchmark) {
      writer = benchmark.emptyStore();
    }
  }

  private StateWriter emptyStore() {
    MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
    return StateStore.of(sample.words(), STATES, 1, budget).writer();
  }

  /// States that are new, as a search adds them.
  ///
  /// @param empty where to
  /// @return how many there were
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long newInBatches(Empty empty) {
    return inBatches(empty.writer);
  }

  /// States that are new, each looked for when it is added.
  ///
  /// @param empty where to
  /// @return how many there were
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long newOneByOne(Empty empty) {
    return oneByOne(empty.writer);
  }

  /// States that are known, as a search looks for them.
  ///
  /// @return how many were new: none
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long knownInBatches() {
    return inBatches(filled);
  }

  /// States that are known, one after the other.
  ///
  /// @return how many were new: none
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long knownOneByOne() {
    return oneByOne(filled);
  }

  /// The plain way: a set of objects, to which states are added that are new.
  ///
  /// @return how many there were
  @Benchmark
  @OperationsPerInvocation(STATES)
  public long newInHashSet() {
    long[] states = sample.states();
    int words = sample.words();
    Set<Packed> set = HashSet.newHashSet(STATES);
    for (int at = 0; at < states.length; at += words) {
      set.add(new Packed(Arrays.copyOfRange(states, at, at + words)));
    }
    return set.size();
  }

  private long inBatches(StateWriter writer) {
    long[] states = sample.states();
    int words = sample.words();
    long added = 0;
    for (int from = 0; from < STATES; from += BATCH) {
      for (int i = 0; i < BATCH; i++) {
        hashes[i] = StateStore.hash(states, (from + i) * words, words);
      }
      writer.touch(hashes, BATCH, entries);
      for (int i = 0; i < BATCH; i++) {
        added += writer.insert(states, (from + i) * words, hashes[i]) >= 0 ? 1 : 0;
      }
    }
    return added;
  }

  private long oneByOne(StateWriter writer) {
    long[] states = sample.states();
    int words = sample.words();
    long added = 0;
    for (int at = 0; at < states.length; at += words) {
      added += writer.insert(states, at, StateStore.hash(states, at, words)) >= 0 ? 1 : 0;
    }
    return added;
  }

  /// A packed state as an object.
  private static final class Packed {
    private final long[] words;

    Packed(long[] words) {
      this.words = words;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Packed packed && Arrays.equals(words, packed.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }
}
