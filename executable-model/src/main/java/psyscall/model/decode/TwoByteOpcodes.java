package psyscall.model.decode;

import java.util.Optional;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Width;

/// Opcodes that begin with 0F. What is not here is outside the subset.
final class TwoByteOpcodes {
  private final CodeCursor cursor;
  private final Prefixes prefixes;
  private final long address;

  /// Reads on behind an opcode.
  ///
  /// @param cursor stands behind the opcode
  /// @param prefixes what stood before it
  /// @param address where the first byte of the routine lies
  TwoByteOpcodes(CodeCursor cursor, Prefixes prefixes, long address) {
    this.cursor = cursor;
    this.prefixes = prefixes;
    this.address = address;
  }

  Optional<Instruction> decode(int opcode) {
    if (opcode == 0x1e) {
      return endbr();
    }
    if (opcode == 0x1f) {
      return longNop();
    }
    if (!prefixes.plain()) {
      return Optional.empty();
    }
    if (opcode >= 0x80 && opcode <= 0x8f) {
      return jumpIf(opcode & 0xf);
    }
    return switch (Integer.valueOf(opcode)) {
      case 0x05 -> bare() ? Optional.of(new Instruction.Syscall()) : Optional.empty();
      case 0x07 -> sysret();
      case 0xaf -> new Arithmetic(cursor, prefixes).product();
      case 0xb6 -> extended(Width.BYTE, Extension.ZERO);
      case 0xb7 -> extended(Width.WORD, Extension.ZERO);
      case 0xbe -> extended(Width.BYTE, Extension.SIGN);
      case 0xbf -> extended(Width.WORD, Extension.SIGN);
      case Integer _ -> Optional.empty();
    };
  }

  private boolean bare() {
    return prefixes.rex() == 0 && !prefixes.half() && !prefixes.fs();
  }

  /// The mark of a place where an indirect jump may arrive: a NOP for everybody else.
  private Optional<Instruction> endbr() {
    boolean mark = prefixes.repeat() == 0xf3 && bare() && !prefixes.cs() && cursor.u8() == 0xfa;
    return mark ? Optional.of(new Instruction.Nop()) : Optional.empty();
  }

  private Optional<Instruction> longNop() {
    boolean fit = prefixes.repeat() == 0;
    return ModRm.read(cursor, prefixes)
        .filter(m -> fit && m.reg() == 0)
        .map(_ -> new Instruction.Nop());
  }

  private Optional<Instruction> sysret() {
    return prefixes.w() ? Optional.of(new Instruction.Sysret()) : Optional.empty();
  }

  private Optional<Instruction> jumpIf(int condition) {
    long distance = cursor.s32();
    return bare()
        ? Optional.of(new Branches(cursor, address).jumpIf(condition, distance))
        : Optional.empty();
  }

  private Optional<Instruction> extended(Width narrow, Extension extension) {
    Width width = prefixes.width();
    if (width == narrow) {
      return Optional.empty();
    }
    return ModRm.read(cursor, prefixes)
        .flatMap(
            m ->
                m.other(width)
                    .flatMap(
                        to ->
                            m.place(narrow)
                                .map(from -> new Instruction.Move(to, from, extension))));
  }
}
