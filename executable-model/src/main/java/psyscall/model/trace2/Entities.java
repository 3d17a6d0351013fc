package psyscall.model.trace2;

import java.util.Arrays;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The Ps, or the goroutines, of a trace: for each its status, the number of the last event that
/// counted it, and which threads wait for a change of it.
///
/// An id that was only waited for has the status [#UNKNOWN].
final class Entities {
  /// No P, goroutine or thread.
  static final int NONE = LongIndex.NONE;

  /// Nothing is known yet.
  static final byte UNKNOWN = 0;

  private static final int FIRST_CAPACITY = 16;
  private static final int BYTES_EACH = 2 * Long.BYTES + Byte.BYTES + Integer.BYTES;

  private final MemoryAllowance allowance;
  private final LongIndex index;
  private byte[] statuses = new byte[FIRST_CAPACITY];
  private long[] generations = new long[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private int[] waiters = new int[FIRST_CAPACITY];

  /// None.
  ///
  /// @param allowance asked when the tables grow
  Entities(MemoryAllowance allowance) {
    this.allowance = allowance;
    this.index = new LongIndex(allowance);
    Arrays.fill(waiters, NONE);
  }

  /// The number of an id.
  ///
  /// @return its number, or [#NONE]
  int of(long id) {
    return index.of(id);
  }

  /// The number of an id, which gets one if it has none.
  ///
  /// @param position the byte of the file that names it
  /// @return its number
  /// @throws TraceFault if the tables would grow over the allowance
  int add(long id, long position) throws TraceFault {
    int number = index.add(id, position);
    if (number >= statuses.length) {
      grow(position);
    }
    return number;
  }

  private void grow(long position) throws TraceFault {
    int length = statuses.length;
    allowance.take(2L * length * BYTES_EACH, position);
    statuses = Arrays.copyOf(statuses, 2 * length);
    generations = Arrays.copyOf(generations, 2 * length);
    counts = Arrays.copyOf(counts, 2 * length);
    waiters = Arrays.copyOf(waiters, 2 * length);
    Arrays.fill(waiters, length, 2 * length, NONE);
    if (length > FIRST_CAPACITY) {
      allowance.giveBack((long) length * BYTES_EACH);
    }
  }

  /// Forgets one that is gone. Nobody may wait for it.
  void remove(int number) {
    index.remove(index.id(number));
    statuses[number] = UNKNOWN;
    generations[number] = 0;
    counts[number] = 0;
  }

  /// What it does.
  ///
  /// @return the status, as the format numbers them
  byte status(int number) {
    return statuses[number];
  }

  /// Says what it does now.
  void become(int number, byte status) {
    statuses[number] = status;
  }

  /// Says what it does now, and which event counted it.
  void become(int number, byte status, long generation, long count) {
    statuses[number] = status;
    generations[number] = generation;
    counts[number] = count;
  }

  /// The number of the last event that counted it.
  long count(int number) {
    return counts[number];
  }

  /// The number that the next event has that counts it.
  ///
  /// @param generation the generation of that event
  /// @return the number, or -1 if the last one was in another generation
  long next(int number, long generation) {
    return generations[number] == generation ? counts[number] + 1 : -1;
  }

  /// Whether an event is the next that counts it.
  ///
  /// @param generation the generation of the event
  /// @param count its number
  /// @return true if that is the number after the last, in the same generation
  boolean isNext(int number, long generation, long count) {
    return counts[number] + 1 == count && generations[number] == generation;
  }

  /// Lets a thread wait for a change.
  ///
  /// @param thread the number of the thread
  /// @return who waits already, to be chained behind it, or [#NONE]
  int await(int number, int thread) {
    int behind = waiters[number];
    waiters[number] = thread;
    return behind;
  }

  /// Who waits for a change.
  ///
  /// @return the number of the first thread, or [#NONE]
  int waiters(int number) {
    return waiters[number];
  }

  /// Nobody waits any more.
  void dismiss(int number) {
    waiters[number] = NONE;
  }
}
