package psyscall.model.tracewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import psyscall.model.trace2.EventShape;

/// A batch that is being filled: bytes and numbers of seven bits a byte, the lowest first.
final class Batch {
  /// It is full here: with one more entry it is still far below the 64 KiB that readers take.
  private static final int FULL = 1 << 15;

  private static final int FIRST_CAPACITY = 256;
  private static final int NUMBER_MAX = 10;
  private static final int PAYLOAD = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private long began;
  private long last;

  /// Without bytes.
  Batch() {}

  /// Whether it has no bytes.
  boolean isEmpty() {
    return size == 0;
  }

  /// Whether nothing more should be added.
  boolean isFull() {
    return size >= FULL;
  }

  /// Adds the beginning of an event.
  ///
  /// @param word which; its arguments are to follow
  /// @param time when, not before the event before
  void event(Word word, long time) {
    if (isEmpty()) {
      began = time;
      last = time;
    }
    add(word.number());
    number(time - last);
    last = time;
  }

  /// Adds a byte.
  ///
  /// @param value its eight bits
  void add(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  /// Adds a number.
  ///
  /// @param value any 64 bits, taken without a sign
  void number(long value) {
    long rest = value;
    while ((rest & ~PAYLOAD) != 0) {
      add((int) (rest & PAYLOAD) | MORE);
      rest >>>= BITS;
    }
    add((int) rest);
  }

  /// Adds a text, its length before it.
  ///
  /// @param text the text
  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    for (byte each : encoded) {
      add(each);
    }
  }

  /// Adds everything of another batch.
  private void append(Batch other) {
    if (size + other.size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + other.size));
    }
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  /// Writes it with its header, and forgets its bytes.
  ///
  /// @param out where to
  /// @param generation in which generation it is
  /// @param thread whose it is
  /// @return how many bytes that were
  /// @throws IOException if the output fails
  long writeTo(OutputStream out, long generation, long thread) throws IOException {
    Batch whole = new Batch();
    whole.bytes = new byte[size + 1 + 4 * NUMBER_MAX];
    whole.add(EventShape.BATCH);
    whole.number(generation);
    whole.number(thread);
    whole.number(began);
    whole.number(size);
    whole.append(this);
    out.write(whole.bytes, 0, whole.size);
    size = 0;
    return whole.size;
  }

  /// Says when it began, where no event does.
  ///
  /// @param time when
  void began(long time) {
    began = time;
  }
}
