package psyscall.model.trace1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import psyscall.model.observe.TraceEvent;

/// The events of one P, one after the other: a cursor over its ranges, which stands on an event.
///
/// The bytes were judged by [BufferScan]; nothing is checked again.
final class Lane {
  /// What a lane takes, roughly, with its place in the arrays of lanes.
  static final long BYTES_EACH = 240;

  private static final int LENGTH_FORM = 3;

  private final MemorySegment bytes;
  private final EventTable table;
  private final Ranges ranges;
  private final int number;
  private long processor;
  private int firstRange = Ranges.NONE;
  private int lastRange = Ranges.NONE;

  private int range = Ranges.NONE;
  private long position;
  private long end;
  private long consumed;

  private boolean standing;
  private int type;
  private long eventStart;
  private long time;
  private long stamp;
  private long first = TraceEvent.NONE;
  private long second = TraceEvent.NONE;
  private long third = TraceEvent.NONE;
  private long current;

  private int currentIndex = Goroutines.NOBODY;
  private int subject = Goroutines.NOBODY;

  /// The lane of a P, without ranges.
  ///
  /// @param bytes the file
  /// @param table the types of its format
  /// @param ranges where the ranges will be
  /// @param number the place of the lane among all, from 0
  /// @param processor the P, -1 for events of threads without one
  Lane(MemorySegment bytes, EventTable table, Ranges ranges, int number, long processor) {
    this.bytes = bytes;
    this.table = table;
    this.ranges = ranges;
    this.number = number;
    this.processor = processor;
  }

  /// Which range was added last, or [Ranges#NONE].
  int lastRange() {
    return lastRange;
  }

  /// Adds a range at the end of the chain.
  void append(int added) {
    if (firstRange == Ranges.NONE) {
      firstRange = added;
    }
    lastRange = added;
  }

  /// Goes before the first event.
  void rewind() {
    range = firstRange;
    if (range != Ranges.NONE) {
      position = ranges.start(range);
      end = ranges.end(range);
    }
  }

  /// Goes to the next event.
  ///
  /// @return whether there is one; else the lane keeps the type of its last
  boolean advance() {
    settle();
    while (position < end || nextRange()) {
      long from = position;
      int head = bytes.get(ValueLayout.JAVA_BYTE, position++) & 0xff;
      int code = head & EventTable.CODES - 1;
      boolean delivered =
          switch (table.shape(code)) {
            case EVENT -> event(head, code);
            case LOG -> log(head, code);
            case SAMPLE -> sample(head, code);
            case BATCH -> batch(head);
            case FREQUENCY, REMARK, STACK -> skip(head);
            case STRING -> string();
          };
      consumed += position - from;
      if (delivered) {
        eventStart = from;
        type = code;
        standing = true;
        return true;
      }
    }
    standing = false;
    return false;
  }

  /// What the event that the lane leaves does to the goroutine that the P runs.
  private void settle() {
    if (!standing) {
      return;
    }
    switch (table.kind(type)) {
      case GO_START -> {
        current = first;
        currentIndex = subject;
      }
      case GO_BLOCK, GO_STOP, GO_DESTROY, GO_SYS_BLOCK -> {
        current = 0;
        currentIndex = Goroutines.NOBODY;
      }
      case PROCS_CHANGE, PROC_START, PROC_STOP, PROC_STEAL, PROC_STATUS, GO_CREATE,
          GO_CREATE_BLOCKED, GO_CREATE_SYSCALL, GO_DESTROY_SYSCALL, GO_UNBLOCK, GO_SWITCH,
          GO_SWITCH_DESTROY, GO_STATUS, GO_WAITING, GO_IN_SYSCALL, GO_SYSCALL_BEGIN,
          GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED, GO_SYS_EXIT, STW_BEGIN, STW_END, GC_BEGIN,
          GC_END, GC_ACTIVE, OTHER -> {}
    }
  }

  private boolean nextRange() {
    while (range != Ranges.NONE && ranges.next(range) != Ranges.NONE) {
      range = ranges.next(range);
      position = ranges.start(range);
      end = ranges.end(range);
      if (position < end) {
        return true;
      }
    }
    return false;
  }

  private boolean event(int head, int code) {
    numbers(head, code);
    return true;
  }

  private boolean log(int head, int code) {
    numbers(head, code);
    pass(varint());
    return true;
  }

  private boolean sample(int head, int code) {
    numbers(head, code);
    return false;
  }

  private void numbers(int head, int code) {
    if (head >>> 6 == LENGTH_FORM) {
      varint();
    }
    if (table.numbered()) {
      stamp += varint();
    }
    time += varint();
    int values = table.values(code);
    first = values > 0 ? varint() : TraceEvent.NONE;
    second = values > 1 ? varint() : TraceEvent.NONE;
    third = values > 2 ? varint() : TraceEvent.NONE;
    if (table.hasStack(code)) {
      varint();
    }
  }

  private boolean batch(int head) {
    if (head >>> 6 == LENGTH_FORM) {
      varint();
    }
    varint();
    if (table.numbered()) {
      stamp = varint();
    }
    time = varint();
    return false;
  }

  private boolean skip(int head) {
    if (head >>> 6 == LENGTH_FORM) {
      pass(varint());
    } else {
      for (int left = table.inline(head >>> 6); left > 0; left--) {
        varint();
      }
    }
    return false;
  }

  private boolean string() {
    varint();
    pass(varint());
    return false;
  }

  private void pass(long length) {
    position += length;
  }

  private long varint() {
    byte low = bytes.get(ValueLayout.JAVA_BYTE, position++);
    return low >= 0 ? low : longer(low & 0x7f);
  }

  private long longer(long low) {
    long value = low;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes.get(ValueLayout.JAVA_BYTE, position++);
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /// Makes the lane stand on one event of the file, whose place in the order is told elsewhere.
  ///
  /// @param at its first byte
  /// @param when its time
  /// @param place its number over all Ps
  /// @param writer the P that wrote it
  void standOn(long at, long when, long place, long writer) {
    position = at;
    int head = bytes.get(ValueLayout.JAVA_BYTE, position++) & 0xff;
    type = head & EventTable.CODES - 1;
    numbers(head, type);
    eventStart = at;
    time = when;
    stamp = place;
    processor = writer;
    standing = true;
  }

  /// Leaves the event without going to another.
  void leave() {
    standing = false;
  }

  /// The place of the lane among all, from 0.
  int number() {
    return number;
  }

  /// The P, -1 for events of threads without one.
  long processor() {
    return processor;
  }

  /// How many bytes were passed since the start.
  long consumed() {
    return consumed;
  }

  /// Whether there is an event that was not delivered.
  boolean standing() {
    return standing;
  }

  /// The byte of the type of the event, or of the last one.
  int type() {
    return type;
  }

  /// The first byte of the event.
  long eventStart() {
    return eventStart;
  }

  /// When it was, in ticks.
  long time() {
    return time;
  }

  /// What the event comes by: its number over all Ps where there is one, else its time.
  long key() {
    return table.numbered() ? stamp : time;
  }

  /// Its first argument, or [TraceEvent#NONE].
  long first() {
    return first;
  }

  /// Its second argument, or [TraceEvent#NONE].
  long second() {
    return second;
  }

  /// Its third argument, or [TraceEvent#NONE].
  long third() {
    return third;
  }

  /// The goroutine that the P runs before the event, 0 for none.
  long current() {
    return current;
  }

  /// The dense number of that goroutine in [Goroutines].
  int currentIndex() {
    return currentIndex;
  }

  /// The dense number of the goroutine that the event is about, as the order found it.
  int subject() {
    return subject;
  }

  /// Says which goroutine the event is about.
  void about(int goroutine) {
    subject = goroutine;
  }
}
