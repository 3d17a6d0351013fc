package psyscall.model.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// Programs of which nobody has thought: the same words make the same program.
///
/// There are 1 to 4 Ps and 2 to 8 goroutines; in every fourth program requests to yield are no
/// signals. Half of the goroutines are there from the start, the others are created by one that is,
/// before any of its other operations. The operations are dealt out in runs of 1 to 4 to goroutines
/// that are drawn. Of a hundred operations about
///
/// - 25 compute, 10 yield, 5 print, 5 store to one of two words,
/// - 18 are calls through `entersyscall` and 9 raw ones that work without waiting,
/// - 9 and 4 are such calls of `nanosleep`, 5 and 3 of `futex(FUTEX_WAIT)`, 3 and 2 of
///   `futex(FUTEX_WAKE)`,
/// - 2 sleep through `entersyscallblock`.
///
/// Times are 100 ns to some 30 ms, each factor of two as likely as the next. Each wait has a
/// time-out, so that every program can come to its end.
public final class RandomWorkload {
  private static final int PROCESSORS_MAX = 4;
  private static final int GOROUTINES_MIN = 2;
  private static final int GOROUTINES_MAX = 8;
  private static final int RUN_MAX = 4;
  private static final int PARTS = 100;
  private static final long NANOS_MIN = 100;
  private static final int DOUBLINGS = 18;
  private static final List<String> WORDS = List.of("x", "y");

  private final SplittableRandom random;

  private RandomWorkload(long seed) {
    random = new SplittableRandom(seed);
  }

  /// A program.
  ///
  /// @param seed which one
  /// @param release whose rules run it
  /// @param operations how many all goroutines do together, those that create others left out
  /// @return the program, named after its seed
  public static Workload of(long seed, Release release, int operations) {
    return new RandomWorkload(seed).workload(seed, release, operations);
  }

  private Workload workload(long seed, Release release, int operations) {
    int processors = 1 + random.nextInt(PROCESSORS_MAX);
    int goroutines = GOROUTINES_MIN + random.nextInt(GOROUTINES_MAX - GOROUTINES_MIN + 1);
    Preemption preemption =
        random.nextInt(4) == 0 ? Preemption.COOPERATIVE : Preemption.ASYNCHRONOUS;
    List<List<Operation>> dealt = dealt(goroutines, operations);
    int initial = (goroutines + 1) / 2;
    for (int created = initial; created < goroutines; created++) {
      dealt.get(random.nextInt(initial)).addFirst(new Operation.Spawn());
    }
    List<GoroutineText> texts = new ArrayList<>();
    for (int g = 0; g < goroutines; g++) {
      texts.add(new GoroutineText(dealt.get(g), g < initial ? Origin.INITIAL : Origin.SPAWNED));
    }
    return new Workload(
        "random-" + seed,
        "whatever seed %d draws".formatted(seed),
        release,
        processors,
        preemption,
        new TreeMap<>(Map.of(WORDS.getFirst(), 0L, WORDS.getLast(), 1L)),
        texts);
  }

  /// A goroutine that is created must do something: each has an operation at least.
  private List<List<Operation>> dealt(int goroutines, int operations) {
    List<List<Operation>> dealt = new ArrayList<>();
    for (int g = 0; g < goroutines; g++) {
      dealt.add(new ArrayList<>(List.of(operation())));
    }
    for (int left = operations - goroutines; left > 0; ) {
      List<Operation> lucky = dealt.get(random.nextInt(goroutines));
      for (int run = Math.min(left, 1 + random.nextInt(RUN_MAX)); run > 0; run--, left--) {
        lucky.add(operation());
      }
    }
    return dealt;
  }

  private Operation operation() {
    int part = random.nextInt(PARTS);
    if (part < 25) {
      return new Operation.Compute(nanos());
    }
    if (part < 35) {
      return new Operation.Yield();
    }
    if (part < 40) {
      return new Operation.Print();
    }
    if (part < 45) {
      return new Operation.Store(word(), value());
    }
    if (part < 80) {
      return new Operation.Call(Way.SYSCALL, call(part - 45));
    }
    if (part < 98) {
      return new Operation.Call(Way.RAW_SYSCALL, call(2 * (part - 80)));
    }
    return new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(nanos()));
  }

  /// @param part of 0 to 34
  private KernelCall call(int part) {
    if (part < 18) {
      return new KernelCall.Service(nanos());
    }
    if (part < 27) {
      return new KernelCall.Nanosleep(nanos());
    }
    if (part < 32) {
      return new KernelCall.FutexWait(word(), value(), OptionalLong.of(nanos()));
    }
    return new KernelCall.FutexWake(word(), 1 + value());
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private long value() {
    return random.nextInt(2);
  }

  private long nanos() {
    long octave = NANOS_MIN << random.nextInt(DOUBLINGS);
    return octave + random.nextLong(octave);
  }
}
