package psyscall.model.trace2;

import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// A thread: its events in the order it wrote them, and the P and goroutine it has. The event at
/// hand is decoded into fields, which only the reader of the same package sees.
final class Stream extends Varints {
  /// About how many bytes one takes, without its buffer.
  static final int BYTES = 192;

  /// Its id, or [TraceEvent#NONE] for what no thread wrote.
  final long thread;

  /// Its number among the threads.
  final int number;

  /// The next batch of this generation, and the last.
  int nextBatch = BatchIndex.NONE;

  int lastBatch = BatchIndex.NONE;

  /// The place in the file of the first byte of the buffer.
  long base;

  /// Whether the file ends inside the batch in the buffer.
  boolean cut;

  /// The event at hand: where it begins in the buffer, its first byte, its time in ticks and its
  /// first three arguments.
  int start;

  int type;
  long time;
  long first;
  long second;
  long third;

  /// The number of its P and of its goroutine in the tables, and their ids.
  int processor = Entities.NONE;

  int goroutine = Entities.NONE;
  long processorId = TraceEvent.NONE;
  long goroutineId = TraceEvent.NONE;

  /// The thread behind it in a list of those who wait, or [Entities#NONE].
  int behind = Entities.NONE;

  /// Whether it waits.
  boolean waits;

  /// A thread without events.
  ///
  /// @param thread its id
  /// @param number its number among the threads
  Stream(long thread, int number) {
    this.thread = thread;
    this.number = number;
  }

  /// Decodes the next event of the buffer.
  ///
  /// @param table the events of the release
  /// @return whether there was one; false at the end of the buffer, and where the file ends inside
  ///   the event
  /// @throws TraceFault if the bytes are no event
  boolean decode(EventTable table) throws TraceFault {
    start = at;
    if (at >= end) {
      return false;
    }
    type = data[at++] & 0xff;
    int count = table.arguments(type);
    if (count == EventTable.NO_EVENT) {
      throw malformed("no event of this release begins with this byte: byte=" + type);
    }
    time += read();
    if (count > 0) {
      first = read();
      if (count > 1) {
        second = read();
        if (count > 2) {
          third = read();
          for (int skipped = 3; skipped < count; skipped++) {
            read();
          }
        }
      }
    }
    return !isBroken() || broken();
  }

  /// Gives it a P. What no thread wrote has none.
  ///
  /// @param p the number of the P
  /// @param id its id
  void takeProcessor(int p, long id) {
    if (thread != TraceEvent.NONE) {
      processor = p;
      processorId = id;
    }
  }

  /// Takes its P away.
  void dropProcessor() {
    processor = Entities.NONE;
    processorId = TraceEvent.NONE;
  }

  /// Gives it a goroutine. What no thread wrote has none.
  ///
  /// @param g the number of the goroutine
  /// @param id its id
  void takeGoroutine(int g, long id) {
    if (thread != TraceEvent.NONE) {
      goroutine = g;
      goroutineId = id;
    }
  }

  /// Takes its goroutine away.
  void dropGoroutine() {
    goroutine = Entities.NONE;
    goroutineId = TraceEvent.NONE;
  }

  private boolean broken() throws TraceFault {
    if (!cut || at <= end) {
      throw malformed(
          overlong ? "a number is longer than 64 bits" : "an event is longer than its batch");
    }
    at = start;
    end = start;
    overlong = false;
    return false;
  }

  private TraceFault malformed(String what) {
    return new TraceFault(Trouble.NOT_A_TRACE, position(), "%s, thread=%d".formatted(what, thread));
  }

  /// Where the event at hand begins in the file.
  ///
  /// @return its first byte
  long position() {
    return base + start;
  }
}
