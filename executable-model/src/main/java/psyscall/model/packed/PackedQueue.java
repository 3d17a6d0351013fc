package psyscall.model.packed;

import psyscall.model.interpret.ModelError;

/// Queues of ids in a word: the elements from bit 0 up, the first one lowest, then a single 1 above
/// the last; the empty queue is 1. Generated code calls this.
///
/// ```
/// 0 ... 0 1 e2 e1 e0
/// ```
public final class PackedQueue {
  /// The queue without elements.
  public static final long EMPTY = 1;

  private PackedQueue() {}

  /// How many bits an element takes.
  ///
  /// @param individuals how many there are
  public static int elementBits(int individuals) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(individuals - 1));
  }

  public static long first(long queue, int elementBits) {
    return queue == EMPTY ? -1 : queue & ((1L << elementBits) - 1);
  }

  public static long rest(long queue, int elementBits) {
    return queue == EMPTY ? EMPTY : queue >>> elementBits;
  }

  public static long append(long queue, long id, int elementBits) {
    int end = Long.SIZE - 1 - Long.numberOfLeadingZeros(queue);
    if (end + elementBits >= Long.SIZE) {
      throw new ModelError("queue longer than a word holds: elements=" + end / elementBits);
    }
    return (queue ^ (1L << end)) | (id << end) | (1L << (end + elementBits));
  }

  public static long size(long queue, int elementBits) {
    return (Long.SIZE - 1L - Long.numberOfLeadingZeros(queue)) / elementBits;
  }

  public static long elements(long queue, int elementBits) {
    long set = 0;
    for (long left = queue; left != EMPTY; left >>>= elementBits) {
      long first = left & ((1L << elementBits) - 1);
      set |= 1L << first;
    }
    return set;
  }
}
