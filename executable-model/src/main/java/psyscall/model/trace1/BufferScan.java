package psyscall.model.trace1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import psyscall.model.observe.Header;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The first pass over a trace: where the buffers of each P lie, and whether all bytes are events.
///
/// It stops where the file ends inside an event. Nothing is kept of an event, except of those that
/// the 1.5 format moves.
final class BufferScan {
  private static final int LENGTH_FORM = 3;
  private static final int VARINT_MAX = 10;
  private static final int FIRST_LANES = 16;
  private static final long NOT_CUT = -1;

  private final MemorySegment bytes;
  private final long size;
  private final EventTable table;
  private final MemoryAllowance allowance;
  private final Ranges ranges;
  private final LongIndex processors;
  private final MovedExits exits;
  private Lane[] lanes = new Lane[FIRST_LANES];
  private int laneCount;

  private Lane lane;
  private long rangeStart = Header.LENGTH;
  private long eventStart;
  private long at = Header.LENGTH;
  private long time;
  private final long[] numbers = new long[8];
  private boolean closed;
  private long frequency;
  private long cut = NOT_CUT;

  private BufferScan(MemorySegment bytes, EventTable table, MemoryAllowance allowance)
      throws TraceFault {
    this.bytes = bytes;
    this.size = bytes.byteSize();
    this.table = table;
    this.allowance = allowance;
    ranges = new Ranges(allowance);
    processors = new LongIndex(allowance);
    exits = new MovedExits(allowance);
    // What stands before the first batch is of P 0, as for Go's own reader.
    lane = lane(0);
  }

  /// Scans a file.
  ///
  /// @param bytes the whole file, with a header of this format
  /// @param table the types of its format
  /// @param allowance asked for what is kept
  /// @return what was found
  /// @throws TraceFault if bytes are no event of the format, or the memory does not suffice
  static BufferScan of(MemorySegment bytes, EventTable table, MemoryAllowance allowance)
      throws TraceFault {
    BufferScan scan = new BufferScan(bytes, table, allowance);
    scan.run();
    return scan;
  }

  private void run() throws TraceFault {
    try {
      while (at < size) {
        eventStart = at;
        event();
      }
    } catch (TraceFault fault) {
      if (fault.trouble() != Trouble.CUT_OFF) {
        throw fault;
      }
      cut = eventStart;
    }
    closeRange(stop());
    for (int number = 0; number < laneCount; number++) {
      lanes[number].rewind();
    }
  }

  /// One lane for each P, in the order in which they are first named.
  Lane[] lanes() {
    return Arrays.copyOf(lanes, laneCount);
  }

  /// The events that have their place elsewhere.
  MovedExits exits() {
    return exits;
  }

  /// Whether the frequency of the clock was found, which is written after all events.
  boolean closed() {
    return closed;
  }

  /// How many ticks a second has; what is not positive comes from a broken clock.
  long frequency() {
    return frequency;
  }

  /// The first byte of the event that the file ends in, or the length of the file if it ends after
  /// one.
  long stop() {
    return cut == NOT_CUT ? size : cut;
  }

  /// Whether the file ends inside an event.
  boolean torn() {
    return cut != NOT_CUT;
  }

  private void event() throws TraceFault {
    int head = bytes.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
    int code = head & EventTable.CODES - 1;
    int count = table.count(code);
    if (count == EventTable.UNKNOWN) {
      throw malformed("unknown type of event: type=%d".formatted(code));
    }
    switch (table.shape(code)) {
      case EVENT -> {
        numbers(head, code, count);
        if (table.numbered()) {
          stamped(code);
        }
      }
      case SAMPLE, REMARK -> numbers(head, code, count);
      case LOG -> {
        numbers(head, code, count);
        text(0);
      }
      case BATCH -> {
        numbers(head, code, count);
        batch();
      }
      case FREQUENCY -> {
        numbers(head, code, count);
        closed = true;
        frequency = numbers[0];
      }
      case STACK -> stack(head);
      case STRING -> {
        if (varint() == 0) {
          throw malformed("string with number 0");
        }
        text(1);
      }
    }
  }

  /// Reads the numbers of an event, of which there must be as many as its type has.
  private void numbers(int head, int code, int count) throws TraceFault {
    int bits = head >>> 6;
    if (bits != LENGTH_FORM) {
      if (table.inline(bits) != count) {
        throw wrongCount(code, count, table.inline(bits));
      }
      for (int i = 0; i < count; i++) {
        numbers[i] = varint();
      }
    } else {
      long stop = length((long) VARINT_MAX * count);
      int found = 0;
      for (; at < stop && found < count; found++) {
        numbers[found] = varint();
      }
      if (at != stop || found != count) {
        throw wrongCount(code, count, found);
      }
    }
  }

  /// Reads the length of what follows.
  ///
  /// @return the byte after it
  private long length(long most) throws TraceFault {
    long length = varint();
    if (Long.compareUnsigned(length, most) > 0) {
      throw malformed("event too long: length=" + Long.toUnsignedString(length));
    }
    return at + length;
  }

  private TraceFault wrongCount(int code, int count, int found) {
    return malformed(
        "wrong number of arguments: event=%s, has=%d, found=%d"
            .formatted(EventTable.name(code), count, found));
  }

  private void batch() throws TraceFault {
    closeRange(eventStart);
    rangeStart = eventStart;
    time = numbers[table.numbered() ? 2 : 1];
    if (numbers[0] != lane.processor()) {
      lane = lane(numbers[0]);
    }
  }

  /// Gives the lane the bytes since the range began; those that follow its last range lengthen it.
  private void closeRange(long stop) throws TraceFault {
    if (stop == rangeStart) {
      return;
    }
    int last = lane.lastRange();
    if (last == Ranges.NONE || ranges.end(last) != rangeStart) {
      last = ranges.add(last, rangeStart);
      lane.append(last);
    }
    ranges.end(last, stop);
  }

  private Lane lane(long processor) throws TraceFault {
    int number = processors.add(processor, eventStart);
    if (number < laneCount) {
      return lanes[number];
    }
    allowance.take(Lane.BYTES_EACH, eventStart);
    if (laneCount == lanes.length) {
      lanes = Arrays.copyOf(lanes, laneCount * 2);
    }
    lanes[number] = new Lane(bytes, table, ranges, number, processor);
    laneCount++;
    return lanes[number];
  }

  /// Keeps the place of an event of the 1.5 format that is not where its P wrote it. Its numbers
  /// are: counted, ticks, goroutine, where it belongs, when it was.
  private void stamped(int code) throws TraceFault {
    time += numbers[1];
    if (table.moved(code)) {
      exits.add(numbers[3], eventStart, numbers[4] == 0 ? time : numbers[4], lane.processor());
    }
  }

  private void stack(int head) throws TraceFault {
    int bits = head >>> 6;
    long stop = Long.MAX_VALUE;
    if (bits == LENGTH_FORM) {
      stop = length((2 + table.frameNumbers() * EventTable.FRAMES_MAX) * VARINT_MAX);
    }
    varint();
    long frames = varint();
    if (Long.compareUnsigned(frames, EventTable.FRAMES_MAX) > 0) {
      throw malformed("too many frames: frames=" + Long.toUnsignedString(frames));
    }
    long left = frames * table.frameNumbers();
    if (bits != LENGTH_FORM && left + 2 != table.inline(bits)) {
      throw malformed("wrong number of arguments: event=Stack, frames=" + frames);
    }
    for (; left > 0 && at < stop; left--) {
      varint();
    }
    if (left > 0 || bits == LENGTH_FORM && at != stop) {
      throw malformed("wrong length: event=Stack, frames=" + frames);
    }
  }

  /// Skips the length of a text and the text.
  private void text(int least) throws TraceFault {
    long length = varint();
    if (length < least || length > EventTable.TEXT_MAX) {
      throw malformed("text of a wrong length: length=" + Long.toUnsignedString(length));
    }
    if (length > size - at) {
      throw cutOff();
    }
    at += length;
  }

  private long varint() throws TraceFault {
    long value = 0;
    for (int shift = 0; shift < 7 * VARINT_MAX; shift += 7) {
      if (at == size) {
        throw cutOff();
      }
      byte next = bytes.get(ValueLayout.JAVA_BYTE, at++);
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("number of more than %d bytes".formatted(VARINT_MAX));
  }

  private TraceFault malformed(String what) {
    return new TraceFault(
        Trouble.NOT_A_TRACE, eventStart, "no trace from here on: byte=%d, %s".formatted(eventStart, what));
  }

  private TraceFault cutOff() {
    return new TraceFault(Trouble.CUT_OFF, eventStart, "cut off: byte=" + eventStart);
  }
}
