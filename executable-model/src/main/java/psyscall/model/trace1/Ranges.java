package psyscall.model.trace1;

import java.util.Arrays;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Where the buffers of the Ps lie in the file: a chain of byte ranges for each P.
///
/// `starts[r]` to `ends[r]` are the bytes of range r, its batch event included; `nexts[r]` is the
/// next range of the same P.
final class Ranges {
  /// No range.
  static final int NONE = -1;

  private static final int FIRST = 64;
  private static final long BYTES_EACH = 20;

  private final MemoryAllowance allowance;
  private long[] starts = new long[FIRST];
  private long[] ends = new long[FIRST];
  private int[] nexts = new int[FIRST];
  private int count;

  /// No ranges yet.
  Ranges(MemoryAllowance allowance) {
    this.allowance = allowance;
  }

  /// A new range without bytes.
  ///
  /// @param after the range before it of the same P, or [#NONE]
  /// @param start its first byte
  /// @return its number
  /// @throws TraceFault if there are more than the allowance has room for
  int add(int after, long start) throws TraceFault {
    if (count == starts.length) {
      int more = count > Integer.MAX_VALUE / 3 ? Integer.MAX_VALUE - 8 : count * 2;
      allowance.take(more * BYTES_EACH, start);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      nexts = Arrays.copyOf(nexts, more);
      allowance.giveBack(count == FIRST ? 0 : count * BYTES_EACH);
    }
    starts[count] = start;
    ends[count] = start;
    nexts[count] = NONE;
    if (after != NONE) {
      nexts[after] = count;
    }
    return count++;
  }

  /// Says where a range ends.
  void end(int range, long end) {
    ends[range] = end;
  }

  /// The first byte of a range.
  long start(int range) {
    return starts[range];
  }

  /// The byte after a range.
  long end(int range) {
    return ends[range];
  }

  /// The next range of the same P, or [#NONE].
  int next(int range) {
    return nexts[range];
  }
}
