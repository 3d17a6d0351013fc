package psyscall.benchmarks.fuzz;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import psyscall.benchmarks.fuzz.HostileTraces.Input;
import psyscall.benchmarks.fuzz.HostileTraces.Shape;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Oracle;
import psyscall.checker.oracle.Run;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// Gives hostile traces to a reader, which must read each to its end or say by a fault why not, and
/// to the oracle, which must answer.
final class Fuzzing {
  /// What reader and oracle may allocate for one input, in bytes.
  static final long ALLOWANCE = 8L << 20;

  /// More time of the processor than this for one input is a fault, in seconds.
  static final int SECONDS_MAX = 10;

  private static final int MESSAGE_MAX = 8000;
  private static final int ESCAPES_MAX = 20;

  private final Oracle oracle = Oracle.ofGo();
  private final HostileTraces traces;
  private final long seed;
  private final Map<Shape, SortedMap<String, Long>> outcomes = new EnumMap<>(Shape.class);
  private final List<String> escapes = new ArrayList<>();
  private long longestNanos;
  private long longestInput;
  private long mostBytes;

  private Fuzzing(HostileTraces traces, long seed) {
    this.traces = traces;
    this.seed = seed;
  }

  /// What came out.
  ///
  /// @param outcomes how often each answer came, by what the inputs were
  /// @param escapes what must not be, one line each; at most a few
  /// @param longestSeconds the most time of the processor that one input took
  /// @param longestInput which one, from 1
  /// @param mostBytes the most that readers used of what they are allowed
  record Result(
      Map<Shape, SortedMap<String, Long>> outcomes,
      List<String> escapes,
      double longestSeconds,
      long longestInput,
      long mostBytes) {}

  /// Runs it.
  ///
  /// @param folder where recorded traces are
  /// @param inputs how many
  /// @param seed which ones
  /// @param progress told how many are done
  static Result run(Path folder, long inputs, long seed, LongConsumer progress) throws IOException {
    Fuzzing fuzzing = new Fuzzing(HostileTraces.of(folder, seed), seed);
    for (long input = 1; input <= inputs && fuzzing.escapes.size() < ESCAPES_MAX; input++) {
      fuzzing.give(input);
      progress.accept(input);
    }
    return new Result(
        fuzzing.outcomes,
        fuzzing.escapes,
        fuzzing.longestNanos / 1e9,
        fuzzing.longestInput,
        fuzzing.mostBytes);
  }

  private void give(long number) {
    Input input = traces.next();
    long before = time();
    try {
      Run run = Run.ofGo(MemorySegment.ofArray(input.bytes()));
      read(run, input).ifPresent(wrong -> escape(number, input, wrong));
      Conformance answer = oracle.judge(run, ALLOWANCE, (_, _) -> true);
      outcomes
          .computeIfAbsent(input.shape(), _ -> new TreeMap<>())
          .merge(answer.getClass().getSimpleName(), 1L, Long::sum);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | AssertionError escaped) {
      StackTraceElement[] stack = escaped.getStackTrace();
      escape(number, input, escaped + (stack.length == 0 ? "" : " at " + stack[0]));
    }
    long nanos = time() - before;
    if (nanos > longestNanos) {
      longestNanos = nanos;
      longestInput = number;
    }
    if (nanos > SECONDS_MAX * 1_000_000_000L) {
      escape(number, input, "took too long: seconds=%.1f".formatted(nanos / 1e9));
    }
  }

  private void escape(long number, Input input, String what) {
    escapes.add(
        "seed=%d input=%d shape=%s bytes=%d: %s"
            .formatted(seed, number, input.shape().title(), input.bytes().length, what));
  }

  /// Reads to the end, whatever the oracle would say on the way; tells what is wrong.
  private Optional<String> read(Run run, Input input) {
    MemoryAllowance memory = new MemoryAllowance(ALLOWANCE);
    TraceEvent event = new TraceEvent();
    long length = input.bytes().length;
    long events = 0;
    try {
      EventSource source = run.open(memory);
      while (source.next(event)) {
        events++;
        if (events > length) {
          return Optional.of("more events than bytes");
        }
        mostBytes = Math.max(mostBytes, memory.used());
      }
    } catch (TraceFault fault) {
      mostBytes = Math.max(mostBytes, memory.used());
      String message = String.valueOf(fault.getMessage());
      boolean isOutside = fault.position() < 0 || fault.position() > length;
      if (isOutside && input.shape() != Shape.TEXT_FORM) {
        return Optional.of("fault outside of the file: byte=" + fault.position());
      }
      if (message.length() > MESSAGE_MAX || message.indexOf('\n') >= 0) {
        return Optional.of("fault of more than a line: letters=" + message.length());
      }
    }
    return memory.used() > ALLOWANCE
        ? Optional.of("more memory than allowed: bytes=" + memory.used())
        : Optional.empty();
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
