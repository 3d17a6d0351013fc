package psyscall.model.observe;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines of bytes from a stream that may still grow: a line is told as soon as its end has come.
///
/// Memory: the longest line, twice.
public final class LineInput {
  /// The longest line that is read, in bytes without its end.
  public static final int LINE_BYTES_MAX = 1 << 16;

  private static final int FIRST_CAPACITY = 1 << 13;

  private final InputStream in;
  private final MemoryAllowance memory;
  private byte[] buffer;
  private int begin;
  private int end;
  private int next;
  private int filled;
  private long passed;
  private long line;
  private boolean isEnded;
  private boolean isWhole;

  /// Before the first line.
  ///
  /// @param in the bytes; the caller closes it
  /// @param memory asked before a buffer is made
  /// @throws TraceFault if there is no memory for a first buffer
  public LineInput(InputStream in, MemoryAllowance memory) throws TraceFault {
    this.in = in;
    this.memory = memory;
    memory.take(FIRST_CAPACITY, 0);
    buffer = new byte[FIRST_CAPACITY];
  }

  /// Goes to the next line, and waits for it if it has not come yet.
  ///
  /// @return whether there is one
  /// @throws TraceFault if it is too long, or there is no memory for it
  /// @throws IOException if the stream fails
  public boolean next() throws IOException, TraceFault {
    begin = next;
    int looked = next;
    while (true) {
      for (int at = looked; at < filled; at++) {
        if (buffer[at] == '\n') {
          return found(at, at + 1);
        }
      }
      looked = filled;
      if (isEnded) {
        return begin < filled && found(filled, filled);
      }
      if (filled - begin > LINE_BYTES_MAX) {
        throw tooLong(line + 1);
      }
      looked -= room();
      int read = in.read(buffer, filled, buffer.length - filled);
      isEnded = read < 0;
      filled += Math.max(0, read);
    }
  }

  private boolean found(int at, int after) throws TraceFault {
    end = at;
    next = after;
    isWhole = after > at;
    line++;
    if (end - begin > LINE_BYTES_MAX) {
      throw tooLong(line);
    }
    return true;
  }

  private TraceFault tooLong(long number) {
    return new TraceFault(
        TraceFault.Trouble.NOT_A_TRACE,
        position(),
        "line too long: line=%d, limit=%d bytes".formatted(number, LINE_BYTES_MAX));
  }

  /// Makes room for more bytes; tells by how much the line has moved to the front.
  private int room() throws TraceFault {
    if (filled < buffer.length) {
      return 0;
    }
    int moved = begin;
    if (moved > 0) {
      System.arraycopy(buffer, begin, buffer, 0, filled - begin);
      passed += moved;
      filled -= moved;
      next -= moved;
      begin = 0;
      return moved;
    }
    memory.take(buffer.length, passed);
    buffer = Arrays.copyOf(buffer, buffer.length * 2);
    return 0;
  }

  /// What the line is a part of.
  ///
  /// @return a buffer that the next call of [#next] writes over
  public byte[] bytes() {
    return buffer;
  }

  /// Where the line begins in [#bytes].
  ///
  /// @return its first byte there
  public int begin() {
    return begin;
  }

  /// Where it ends there, without the end of the line.
  ///
  /// @return one behind its last byte
  public int end() {
    return end;
  }

  /// Whether the end of the line is there, so that nothing of it is missing.
  ///
  /// @return false for a last line that the stream breaks off
  public boolean isWhole() {
    return isWhole;
  }

  /// The line's number.
  ///
  /// @return from 1
  public long line() {
    return line;
  }

  /// Where the line begins in the stream.
  ///
  /// @return its first byte, from 0
  public long position() {
    return passed + begin;
  }

  /// How far the stream is done with.
  ///
  /// @return bytes
  public long bytesDone() {
    return passed + next;
  }
}
