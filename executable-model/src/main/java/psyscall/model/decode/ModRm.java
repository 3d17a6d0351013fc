package psyscall.model.decode;

import java.util.Optional;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// The byte after most opcodes, with SIB and displacement: a register and a place.
///
/// @param prefixes what stood before the opcode
/// @param reg the three middle bits: a register, or part of the opcode
/// @param low the three low bits, if the place is a register
/// @param address the place, if it is in memory
record ModRm(Prefixes prefixes, int reg, int low, Optional<Address> address) {

  /// Reads the byte and what follows it.
  ///
  /// @param cursor stands behind the displacement afterwards
  /// @param prefixes what stood before the opcode
  /// @return both parts, or nothing if the address is outside the subset
  static Optional<ModRm> read(CodeCursor cursor, Prefixes prefixes) {
    int bits = cursor.u8();
    int mode = bits >> 6;
    int reg = (bits >> 3) & 7;
    int low = bits & 7;
    if (mode == 3) {
      return Optional.of(new ModRm(prefixes, reg, low, Optional.empty()));
    }
    Optional<Address> address =
        low == 4
            ? Optional.of(indexed(cursor, prefixes, mode))
            : direct(cursor, prefixes, mode, low);
    return address.map(found -> new ModRm(prefixes, reg, low, Optional.of(found)));
  }

  /// Whether the place is a register.
  boolean register() {
    return address.isEmpty();
  }

  /// The place as an operand, if it is in the subset.
  ///
  /// @param width how much of it is used
  /// @return the operand; nothing for the high byte registers
  Optional<Operand> place(Width width) {
    if (address.isPresent()) {
      return Optional.of(new Operand.Mem(address.get(), width));
    }
    return named(prefixes.base(low), low, width).map(found -> found);
  }

  /// The other register as an operand, if it is in the subset.
  ///
  /// @param width how much of it is used
  /// @return the operand; nothing for the high byte registers
  Optional<Operand.Reg> other(Width width) {
    return named(prefixes.reg(reg), reg, width);
  }

  private Optional<Operand.Reg> named(Register register, int number, Width width) {
    boolean high = width == Width.BYTE && prefixes.rex() == 0 && number >= 4;
    return high ? Optional.empty() : Optional.of(new Operand.Reg(register, width));
  }

  private static Optional<Address> direct(CodeCursor cursor, Prefixes prefixes, int mode, int low) {
    if (mode == 0 && low == 5) {
      long displacement = cursor.s32();
      return prefixes.fs() ? Optional.empty() : Optional.of(new Address.RipRelative(displacement));
    }
    return Optional.of(
        based(
            prefixes,
            Optional.of(prefixes.base(low)),
            Optional.empty(),
            1,
            displacement(cursor, mode)));
  }

  private static Address indexed(CodeCursor cursor, Prefixes prefixes, int mode) {
    int sib = cursor.u8();
    Register index = prefixes.index((sib >> 3) & 7);
    boolean without = index == Register.RSP;
    boolean absolute = mode == 0 && (sib & 7) == 5;
    return based(
        prefixes,
        absolute ? Optional.empty() : Optional.of(prefixes.base(sib & 7)),
        without ? Optional.empty() : Optional.of(index),
        without ? 1 : 1 << (sib >> 6),
        absolute ? cursor.s32() : displacement(cursor, mode));
  }

  private static long displacement(CodeCursor cursor, int mode) {
    return switch (Integer.valueOf(mode)) {
      case 1 -> cursor.s8();
      case 2 -> cursor.s32();
      case Integer _ -> 0;
    };
  }

  private static Address based(
      Prefixes prefixes,
      Optional<Register> base,
      Optional<Register> index,
      int scale,
      long displacement) {
    return new Address.Based(prefixes.segment(), base, index, scale, displacement);
  }
}
