package psyscall.model.trace2;

/// Bytes with variable-length numbers: seven bits a byte, the lowest first, at most ten bytes.
///
/// Reading goes on beyond the end for the length of one event; who reads asks [#isBroken]
/// afterwards. So the loop over all events has no test for each byte.
class Varints {
  /// How many bytes the array must have after the end: more than the longest event takes.
  static final int PADDING = 80;

  private static final int BYTES_MAX = 10;

  /// The bytes, with [#PADDING] more than [#end].
  byte[] data = {};

  /// The next byte.
  int at;

  /// Where they end.
  int end;

  /// Whether some number was longer than 64 bits.
  boolean overlong;

  /// Reads a number.
  ///
  /// @return any 64 bits
  final long read() {
    byte first = data[at++];
    return first >= 0 ? first : longer(first);
  }

  private long longer(byte first) {
    byte second = data[at++];
    long value = (first & 0x7f) | ((long) (second & 0x7f) << 7);
    if (second >= 0) {
      return value;
    }
    for (int taken = 2; taken < BYTES_MAX; taken++) {
      byte next = data[at++];
      value |= (long) (next & 0x7f) << (7 * taken);
      if (next >= 0) {
        overlong |= taken == BYTES_MAX - 1 && next > 1;
        return value;
      }
    }
    overlong = true;
    return value;
  }

  /// Whether what was read does not lie within the bytes, or is no number.
  ///
  /// @return true if it must not be used
  final boolean isBroken() {
    return overlong || at > end;
  }
}
