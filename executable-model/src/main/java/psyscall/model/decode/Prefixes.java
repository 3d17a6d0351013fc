package psyscall.model.decode;

import java.util.List;
import java.util.Optional;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// The bytes before an opcode.
///
/// @param fs whether the base of FS is added to addresses
/// @param cs whether there is a CS prefix, which means nothing; compilers put it into long NOPs
/// @param half whether operands have 16 bits
/// @param repeat the byte F2 or F3, or 0
/// @param rex the REX byte, or 0
record Prefixes(boolean fs, boolean cs, boolean half, int repeat, int rex) {
  private static final int COUNT_MAX = 12;
  private static final List<Register> NUMBERED = List.of(Register.values());

  /// Reads all prefixes.
  ///
  /// @param cursor stands behind them afterwards
  /// @return the prefixes, or nothing if one is outside the subset
  static Optional<Prefixes> read(CodeCursor cursor) {
    boolean fs = false;
    boolean cs = false;
    boolean half = false;
    int repeat = 0;
    for (int i = 0; i < COUNT_MAX; i++) {
      int next = cursor.peek();
      switch (Integer.valueOf(next)) {
        case 0x64 -> fs = true;
        case 0x2e -> cs = true;
        case 0x66 -> half = true;
        case 0xf2, 0xf3 -> repeat = next;
        case Integer _ -> {
          boolean rex = next >= 0x40 && next <= 0x4f;
          return Optional.of(new Prefixes(fs, cs, half, repeat, rex ? cursor.u8() : 0));
        }
      }
      cursor.u8();
    }
    return Optional.empty();
  }

  /// Whether there is nothing but perhaps REX, FS or the operand size.
  boolean plain() {
    return repeat == 0 && !cs;
  }

  boolean w() {
    return (rex & 8) != 0;
  }

  /// The width of operands that are not bytes.
  Width width() {
    if (w()) {
      return Width.QUAD;
    }
    return half ? Width.WORD : Width.DOUBLE;
  }

  /// The width of operands by the lowest bit of most opcodes: 0 for bytes.
  Width width(int opcode) {
    return (opcode & 1) == 0 ? Width.BYTE : width();
  }

  /// The register whose number lies in ModRM's middle bits.
  Register reg(int number) {
    return register(number, 4);
  }

  /// The register whose number lies in ModRM's low bits, in SIB's base or in the opcode.
  Register base(int number) {
    return register(number, 1);
  }

  /// The register whose number lies in SIB's index.
  Register index(int number) {
    return register(number, 2);
  }

  Address.Segment segment() {
    return fs ? Address.Segment.FS : Address.Segment.FLAT;
  }

  private Register register(int number, int bit) {
    return NUMBERED.get(number | ((rex & bit) != 0 ? 8 : 0));
  }
}
