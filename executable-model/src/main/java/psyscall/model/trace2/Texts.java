package psyscall.model.trace2;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import psyscall.model.observe.LongIndex;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// The texts of one generation: where in the file each lies. A text is made when it is asked for.
final class Texts {
  /// How long a text may be, in bytes.
  static final int LENGTH_MAX = 1024;

  private static final int FIRST_CAPACITY = 64;
  private static final int LENGTH_BITS = 11;

  private final MemorySegment file;
  private final MemoryAllowance allowance;
  private final LongIndex numbers;
  private long[] places = new long[FIRST_CAPACITY];

  /// No texts.
  ///
  /// @param file where they lie
  /// @param allowance asked when the table grows
  Texts(MemorySegment file, MemoryAllowance allowance) {
    this.file = file;
    this.allowance = allowance;
    this.numbers = new LongIndex(allowance);
  }

  /// Forgets all texts.
  void clear() {
    numbers.clear();
  }

  /// Adds a text.
  ///
  /// @param number its number in the trace
  /// @param start its first byte in the file
  /// @param length how many bytes, at most [#LENGTH_MAX]
  /// @return false if the number has a text already
  /// @throws TraceFault if the table would grow over the allowance
  boolean add(long number, long start, int length) throws TraceFault {
    if (numbers.of(number) != LongIndex.NONE) {
      return false;
    }
    int dense = numbers.add(number, start);
    if (dense == places.length) {
      allowance.take(2L * places.length * Long.BYTES, start);
      places = Arrays.copyOf(places, places.length * 2);
      if (places.length > 2 * FIRST_CAPACITY) {
        allowance.giveBack((long) places.length / 2 * Long.BYTES);
      }
    }
    places[dense] = start << LENGTH_BITS | length;
    return true;
  }

  /// A text.
  ///
  /// @param number its number in the trace
  /// @return the text, if there is one
  Optional<String> text(long number) {
    int dense = numbers.of(number);
    if (dense == LongIndex.NONE) {
      return Optional.empty();
    }
    long start = places[dense] >>> LENGTH_BITS;
    long length = places[dense] & ((1 << LENGTH_BITS) - 1);
    byte[] bytes = file.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
    return Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }
}
