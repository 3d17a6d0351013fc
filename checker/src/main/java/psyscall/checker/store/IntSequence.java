package psyscall.checker.store;

import java.util.Arrays;
import java.util.Objects;

/// A sequence of integers that only grows.
///
/// It grows by chunks of 2^16 and never copies them, so that it needs at no moment twice its size:
/// a search near its memory limit could not afford that.
public final class IntSequence {
  private static final int CHUNK_BITS = 16;

  /// How many values it grows by at a time.
  public static final int CHUNK = 1 << CHUNK_BITS;

  private int[][] chunks = new int[16][];
  private int size;

  /// Starts empty.
  public IntSequence() {}

  /// Appends a value.
  ///
  /// @param value any
  /// @throws ArithmeticException beyond 2^31 − 1 values, which are 8 GiB
  public void add(int value) {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
    }
    if ((size & (CHUNK - 1)) == 0) {
      chunks[chunk] = new int[CHUNK];
    }
    chunks[chunk][size & (CHUNK - 1)] = value;
    size = Math.incrementExact(size);
  }

  /// A value.
  ///
  /// @param index from 0, below [#size]
  /// @return the value appended as number `index`
  /// @throws IndexOutOfBoundsException outside
  public int at(int index) {
    Objects.checkIndex(index, size);
    return chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
  }

  /// How many values there are.
  ///
  /// @return the number of values
  public int size() {
    return size;
  }
}
