package psyscall.model.trace2;

import java.util.Arrays;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Where the batches of events of one generation lie, in the order of the file; those of one thread
/// are chained.
final class BatchIndex {
  /// Of no batch.
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 64;
  private static final int BYTES_EACH = Long.BYTES * 2 + Integer.BYTES * 2;

  private final MemoryAllowance allowance;
  private long[] starts = new long[FIRST_CAPACITY];
  private long[] times = new long[FIRST_CAPACITY];
  private int[] lengths = new int[FIRST_CAPACITY];
  private int[] next = new int[FIRST_CAPACITY];
  private int size;

  /// An index without batches.
  ///
  /// @param allowance asked when it grows
  BatchIndex(MemoryAllowance allowance) {
    this.allowance = allowance;
  }

  /// Forgets all batches.
  void clear() {
    size = 0;
  }

  /// Adds a batch.
  ///
  /// @param previous the batch of the same thread before it, or [#NONE]
  /// @param start its first byte of events in the file
  /// @param length how many bytes of events
  /// @param time when it began, in ticks
  /// @return its number
  /// @throws TraceFault if the index would grow over the allowance
  int add(int previous, long start, int length, long time) throws TraceFault {
    if (size == starts.length) {
      grow(start);
    }
    starts[size] = start;
    lengths[size] = length;
    times[size] = time;
    next[size] = NONE;
    if (previous != NONE) {
      next[previous] = size;
    }
    return size++;
  }

  private void grow(long position) throws TraceFault {
    allowance.take((long) size * 2 * BYTES_EACH, position);
    starts = Arrays.copyOf(starts, size * 2);
    times = Arrays.copyOf(times, size * 2);
    lengths = Arrays.copyOf(lengths, size * 2);
    next = Arrays.copyOf(next, size * 2);
    if (size > FIRST_CAPACITY) {
      allowance.giveBack((long) size * BYTES_EACH);
    }
  }

  /// The first byte of events.
  long start(int batch) {
    return starts[batch];
  }

  /// How many bytes of events.
  int length(int batch) {
    return lengths[batch];
  }

  /// When it began, in ticks.
  long time(int batch) {
    return times[batch];
  }

  /// The batch of the same thread after it, or [#NONE].
  int next(int batch) {
    return next[batch];
  }
}
