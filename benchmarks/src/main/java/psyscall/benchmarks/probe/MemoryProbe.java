package psyscall.benchmarks.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongBinaryOperator;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;

/// Measures what the machine's memory can do for a program in Java: reads at random places, and
/// reads one after the other, of a `long[]`.
///
/// A random read's place depends on what the read before it found, in [#IN_FLIGHT] chains that do
/// not depend on each other: so many reads can be under way at a time, and no more. Nothing but the
/// next place is computed, so no search with as many accesses under way can be faster.
public final class MemoryProbe {
  /// How many reads of a thread are under way at a time.
  public static final int IN_FLIGHT = 16;

  private static final int PASSES = 5;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private MemoryProbe() {}

  /// Measures and writes one line.
  ///
  /// @param args the file to write to, then `threads=` and `wordBits=`: the array has `2^wordBits`
  ///   words, at least as many as there are chains
  public static void main(String[] args) {
    Fields order = Fields.parse(String.join(" ", Arrays.asList(args).subList(1, args.length)));
    int threads = Math.toIntExact(order.number("threads"));
    long[] array = filled(1 << order.number("wordBits"));
    // As many reads as there are words, but not forever on a small one.
    long reads = Math.max(array.length / 2, 1 << 20);
    double random = best(threads, reads, (from, to) -> chase(array, from, to));
    double sequential = best(threads, array.length, (from, to) -> sum(array, from, to));
    FreshJvm.answer(
        Path.of(args[0]),
        List.of(
            new Fields(
                new TreeMap<>(
                    Map.of(
                        "randomReadsPerSecond", Long.toString(Math.round(random)),
                        "sequentialBytesPerSecond",
                            Long.toString(Math.round(sequential * Long.BYTES)))))));
  }

  private static long[] filled(int words) {
    long[] array = new long[words];
    for (int i = 0; i < words; i++) {
      array[i] = i * GOLDEN;
    }
    return array;
  }

  /// Accesses a second of the fastest of some passes; the first ones are slow for want of compiled
  /// code.
  private static double best(int threads, long accesses, LongBinaryOperator part) {
    double best = 0;
    long mixed = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int pass = 0; pass < PASSES; pass++) {
        List<Callable<Long>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          long from = accesses / threads * thread;
          long to = from + accesses / threads;
          parts.add(() -> part.applyAsLong(from, to));
        }
        long start = System.nanoTime();
        for (Future<Long> result : executor.invokeAll(parts)) {
          mixed ^= result.get();
        }
        long nanos = System.nanoTime() - start;
        best = Math.max(best, accesses * 1e9 / nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("measuring failed", e);
    }
    if (mixed == GOLDEN) {
      throw new IllegalStateException("the virtual machine may leave out reads nobody uses");
    }
    return best;
  }

  private static long chase(long[] array, long from, long to) {
    int shift = Long.numberOfLeadingZeros(array.length) + 1;
    long[] at = new long[IN_FLIGHT];
    for (int chain = 0; chain < IN_FLIGHT; chain++) {
      at[chain] = from * IN_FLIGHT + chain;
    }
    for (long read = from; read < to; read += IN_FLIGHT) {
      for (int chain = 0; chain < IN_FLIGHT; chain++) {
        // The count keeps a chain from running in a circle.
        at[chain] = array[(int) (((at[chain] + read) * GOLDEN) >>> shift)] + chain;
      }
    }
    return Arrays.stream(at).sum();
  }

  private static long sum(long[] array, long from, long to) {
    long sum = 0;
    for (int i = (int) from; i < to; i++) {
      sum += array[i];
    }
    return sum;
  }
}
