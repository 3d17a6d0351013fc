package psyscall.model.trace1;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The bytes of a trace in the first format, written event by event.
final class WrittenTrace {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int inlineMax;

  /// A trace without events.
  ///
  /// @param minor the number of its format
  WrittenTrace(int minor) {
    String header = "go 1." + minor + " trace";
    bytes.writeBytes((header + "\0".repeat(16 - header.length())).getBytes(StandardCharsets.UTF_8));
    inlineMax = minor < 7 ? 4 : 3;
  }

  /// Writes an event as Go does: with a length where it has more numbers than two bits can count.
  ///
  /// @param numbers all its numbers, its time and its stack included
  WrittenTrace event(EventType type, long... numbers) {
    if (numbers.length > inlineMax) {
      return lengthened(type, numbers);
    }
    bytes.write(type.code() | (numbers.length - inlineMax + 2) << 6);
    for (long number : numbers) {
      number(number);
    }
    return this;
  }

  /// Writes an event with its length.
  WrittenTrace lengthened(EventType type, long... numbers) {
    WrittenTrace inner = new WrittenTrace(7);
    for (long number : numbers) {
      inner.number(number);
    }
    byte[] written = inner.bytes();
    bytes.write(type.code() | 3 << 6);
    number(written.length - 16);
    bytes.write(written, 16, written.length - 16);
    return this;
  }

  /// Writes a number.
  WrittenTrace number(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  /// Writes bytes.
  WrittenTrace raw(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /// Writes the length of a text and the text.
  WrittenTrace text(String text) {
    number(text.length());
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /// Writes what stands after all events.
  WrittenTrace closed() {
    return inlineMax == 3
        ? event(EventType.FREQUENCY, 1_000_000)
        : event(EventType.FREQUENCY, 1_000_000, 0);
  }

  /// The bytes until now.
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// Bytes as a file is read: outside the heap.
  static MemorySegment mapped(byte[] bytes) {
    MemorySegment segment = Arena.ofAuto().allocate(Math.max(1, bytes.length));
    MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return segment.asSlice(0, bytes.length);
  }
}
