package psyscall.model.trace2;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The threads of a trace, by id. What no thread wrote is a stream of its own.
final class Threads {
  private final MemoryAllowance allowance;
  private final LongIndex index;
  private final List<Stream> streams = new ArrayList<>();

  /// None.
  ///
  /// @param allowance asked for each new thread
  Threads(MemoryAllowance allowance) {
    this.allowance = allowance;
    this.index = new LongIndex(allowance);
  }

  /// Whether a thread was seen.
  boolean has(long thread) {
    return index.of(thread) != LongIndex.NONE;
  }

  /// A thread, new if it was not seen yet.
  ///
  /// @param thread its id
  /// @param position the byte of the file that names it
  /// @return its stream
  /// @throws TraceFault if that takes more than the allowance
  Stream of(long thread, long position) throws TraceFault {
    int number = index.of(thread);
    if (number == LongIndex.NONE) {
      allowance.take(Stream.BYTES, position);
      number = index.add(thread, position);
      streams.add(new Stream(thread, number));
    }
    return streams.get(number);
  }

  /// A thread.
  ///
  /// @param number its number
  /// @return its stream
  Stream numbered(int number) {
    return streams.get(number);
  }

  /// How many there are.
  int size() {
    return streams.size();
  }
}
