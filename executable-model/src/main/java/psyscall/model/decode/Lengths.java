package psyscall.model.decode;

/// The lengths of instructions, also of those outside the subset: prefixes, opcode, ModRM,
/// constant.
///
/// It does not say what an instruction is, only where the next one begins. So it tells whether the
/// bytes of SYSCALL behind an instruction outside the subset are an instruction themselves.
final class Lengths {
  /// What is not known, or not valid in 64-bit mode.
  static final int UNKNOWN = -1;

  private static final OpcodeSet PREFIX = OpcodeSet.of("26 2e 36 3e 64-67 f0 f2 f3");
  private static final OpcodeSet INVALID =
      OpcodeSet.of("06 07 0e 16 17 1e 1f 27 2f 37 3f 60-62 82 9a c4 c5 ce d4-d6 ea");
  private static final OpcodeSet MODRM =
      OpcodeSet.of(
          """
          00-03 08-0b 10-13 18-1b 20-23 28-2b 30-33 38-3b 63 69 6b 80-8f c0 c1 c6 c7 d0-d3 d8-df
          f6 f7 fe ff""");
  private static final OpcodeSet BYTE =
      OpcodeSet.of(
          """
          04 0c 14 1c 24 2c 34 3c 6a 6b 70-7f 80 83 a8 b0-b7 c0 c1 c6 cd e0-e7 eb""");
  private static final OpcodeSet WORD_OR_MORE =
      OpcodeSet.of("05 0d 15 1d 25 2d 35 3d 68 69 81 a9 c7");
  private static final OpcodeSet INVALID_AFTER_ESCAPE =
      OpcodeSet.of("04 0a 0c 0e 0f 24-27 36 39 3b-3f 7a 7b a6 a7");
  private static final OpcodeSet BARE_AFTER_ESCAPE =
      OpcodeSet.of("05-09 0b 30-35 37 77 a0-a2 a8-aa c8-cf");
  private static final OpcodeSet BYTE_AFTER_ESCAPE = OpcodeSet.of("70-73 a4 ac ba c2 c4-c6");
  private static final int ESCAPE = 0x0f;
  private static final int VEX_SHORT = 0xc5;
  private static final int VEX_LONG = 0xc4;
  private static final int EVEX = 0x62;

  private final CodeCursor cursor;
  private boolean half;
  private boolean wide;
  private boolean near;

  private Lengths(CodeCursor cursor) {
    this.cursor = cursor;
  }

  /// The length of one instruction.
  ///
  /// @param code the bytes of a routine
  /// @param at where the instruction begins
  /// @return its bytes, or [#UNKNOWN] if it is not known or cut off
  static int of(byte[] code, int at) {
    var cursor = new CodeCursor(code, at);
    boolean known = new Lengths(cursor).skip();
    return known && !cursor.ranOut() ? cursor.position() - at : UNKNOWN;
  }

  private boolean skip() {
    int opcode = afterPrefixes();
    if (opcode == VEX_SHORT) {
      cursor.u8();
      return mapped(1, cursor.u8());
    }
    if (opcode == VEX_LONG) {
      int map = cursor.u8() & 31;
      cursor.u8();
      return mapped(map, cursor.u8());
    }
    if (opcode == EVEX) {
      int map = cursor.u8() & 7;
      cursor.u8();
      cursor.u8();
      return mapped(map, cursor.u8());
    }
    if (opcode != ESCAPE) {
      return oneByte(opcode);
    }
    int second = cursor.u8();
    if (second == 0x38) {
      return mapped(2, cursor.u8());
    }
    if (second == 0x3a) {
      return mapped(3, cursor.u8());
    }
    return twoByte(second);
  }

  private int afterPrefixes() {
    while (true) {
      int next = cursor.u8();
      if (next >= 0x40 && next <= 0x4f) {
        wide = (next & 8) != 0;
        continue;
      }
      if (!PREFIX.has(next)) {
        return next;
      }
      wide = false;
      half |= next == 0x66;
      near |= next == 0x67;
    }
  }

  private boolean oneByte(int opcode) {
    if (INVALID.has(opcode)) {
      return false;
    }
    int reg = 0;
    if (MODRM.has(opcode)) {
      reg = modRm();
    }
    boolean group3 = opcode == 0xf6 || opcode == 0xf7;
    if (BYTE.has(opcode) || (group3 && opcode == 0xf6 && reg < 2)) {
      cursor.skip(1);
    } else if (WORD_OR_MORE.has(opcode) || (group3 && opcode == 0xf7 && reg < 2)) {
      cursor.skip(half && !wide ? 2 : 4);
    } else if (opcode >= 0xb8 && opcode <= 0xbf) {
      cursor.skip(wide ? 8 : half ? 2 : 4);
    } else if (opcode == 0xe8 || opcode == 0xe9) {
      cursor.skip(4);
    } else if (opcode == 0xc2 || opcode == 0xca) {
      cursor.skip(2);
    } else if (opcode == 0xc8) {
      cursor.skip(3);
    } else if (opcode >= 0xa0 && opcode <= 0xa3) {
      cursor.skip(near ? 4 : 8);
    }
    return true;
  }

  private boolean twoByte(int opcode) {
    if (INVALID_AFTER_ESCAPE.has(opcode)) {
      return false;
    }
    if (opcode >= 0x80 && opcode <= 0x8f) {
      cursor.skip(4);
    } else if (opcode >= 0x20 && opcode <= 0x23) {
      cursor.skip(1);
    } else if (!BARE_AFTER_ESCAPE.has(opcode)) {
      modRm();
      cursor.skip(BYTE_AFTER_ESCAPE.has(opcode) ? 1 : 0);
    }
    return true;
  }

  /// An opcode of the maps that VEX and EVEX name by number.
  private boolean mapped(int map, int opcode) {
    if (map < 1 || map > 3) {
      return false;
    }
    if (map == 1 && opcode == 0x77) {
      return true;
    }
    modRm();
    boolean constant = map == 3 || (map == 1 && BYTE_AFTER_ESCAPE.has(opcode));
    cursor.skip(constant ? 1 : 0);
    return true;
  }

  /// Skips ModRM, SIB and displacement.
  ///
  /// @return the three middle bits
  private int modRm() {
    int bits = cursor.u8();
    int mode = bits >> 6;
    int low = bits & 7;
    boolean absolute = low == 5;
    if (mode != 3 && low == 4) {
      absolute = (cursor.u8() & 7) == 5;
    }
    if (mode == 1) {
      cursor.skip(1);
    } else if (mode == 2 || (mode == 0 && absolute)) {
      cursor.skip(4);
    }
    return (bits >> 3) & 7;
  }
}
