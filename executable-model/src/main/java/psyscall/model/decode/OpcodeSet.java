package psyscall.model.decode;

import java.util.HexFormat;

/// A set of bytes, a bit for each.
///
/// @param a the bits of 00 to 3F
/// @param b the bits of 40 to 7F
/// @param c the bits of 80 to BF
/// @param d the bits of C0 to FF
record OpcodeSet(long a, long b, long c, long d) {

  /// The set that a text describes.
  ///
  /// @param ranges bytes in hexadecimal and ranges of them: `63 80-8f`
  static OpcodeSet of(String ranges) {
    long[] words = new long[4];
    for (String range : ranges.strip().split("\\s+", -1)) {
      String[] ends = range.split("-", -1);
      int first = HexFormat.fromHexDigits(ends[0]);
      int last = HexFormat.fromHexDigits(ends[ends.length - 1]);
      for (int i = first; i <= last; i++) {
        words[i >> 6] |= 1L << (i & 63);
      }
    }
    return new OpcodeSet(words[0], words[1], words[2], words[3]);
  }

  boolean has(int opcode) {
    long low = opcode < 0x40 ? a : b;
    long high = opcode < 0xc0 ? c : d;
    return (((opcode < 0x80 ? low : high) >>> (opcode & 63)) & 1) != 0;
  }
}
