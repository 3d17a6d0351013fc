package psyscall.model.trace2;

import java.util.Arrays;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The threads whose next event may be the next of all, the earliest first: a binary heap.
final class Frontier {
  private static final int FIRST_CAPACITY = 16;
  private static final int BYTES_EACH = 8;

  private final MemoryAllowance allowance;
  private Stream[] heap = new Stream[FIRST_CAPACITY];
  private int size;

  /// Without threads.
  ///
  /// @param allowance asked when it grows
  Frontier(MemoryAllowance allowance) {
    this.allowance = allowance;
  }

  /// Whether there is no thread.
  boolean isEmpty() {
    return size == 0;
  }

  /// The thread with the earliest event.
  Stream top() {
    return heap[0];
  }

  /// Adds a thread.
  ///
  /// @throws TraceFault if that takes more memory than allowed
  void add(Stream stream) throws TraceFault {
    if (size == heap.length) {
      allowance.take((long) size * BYTES_EACH, stream.position());
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int at = size++;
    while (at > 0 && stream.time < heap[(at - 1) / 2].time) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = stream;
  }

  /// Puts the thread with the earliest event where it belongs after it has gone to a later one.
  void sinkTop() {
    Stream stream = heap[0];
    long time = stream.time;
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1].time < heap[child].time) {
        child++;
      }
      if (time <= heap[child].time) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = stream;
  }

  /// Takes the thread with the earliest event out.
  void removeTop() {
    heap[0] = heap[--size];
    sinkTop();
  }
}
