package psyscall.model.trampoline;

import java.util.List;
import psyscall.spec.machine.Register;

/// Where things lie in the block of a vector: the registers before the call in the order of their
/// numbers, the flags before it, then the same after it. Each is a word of 64 bits.
public final class Block {
  /// The registers in the order of their numbers.
  public static final List<Register> ORDER =
      List.of(
          Register.RAX,
          Register.RCX,
          Register.RDX,
          Register.RBX,
          Register.RSP,
          Register.RBP,
          Register.RSI,
          Register.RDI,
          Register.R8,
          Register.R9,
          Register.R10,
          Register.R11,
          Register.R12,
          Register.R13,
          Register.R14,
          Register.R15);

  /// The flags, counted from either half's beginning.
  public static final int FLAGS = 16;

  /// The words of a half.
  public static final int HALF = FLAGS + 1;

  /// The words of a block.
  public static final int WORDS = 2 * HALF;

  private Block() {}

  /// The number of a register in machine code, which is also the word that it lies in, counted from
  /// either half's beginning.
  ///
  /// @param register which
  /// @return 0 to 15
  public static int number(Register register) {
    return switch (register) {
      case RAX -> 0;
      case RCX -> 1;
      case RDX -> 2;
      case RBX -> 3;
      case RSP -> 4;
      case RBP -> 5;
      case RSI -> 6;
      case RDI -> 7;
      case R8 -> 8;
      case R9 -> 9;
      case R10 -> 10;
      case R11 -> 11;
      case R12 -> 12;
      case R13 -> 13;
      case R14 -> 14;
      case R15 -> 15;
    };
  }

  /// Where a register before the call lies.
  ///
  /// @param register which
  /// @return its distance from the block's beginning in bytes
  public static int before(Register register) {
    return Long.BYTES * number(register);
  }

  /// Where a register after the call lies.
  ///
  /// @param register which
  /// @return its distance from the block's beginning in bytes
  public static int after(Register register) {
    return before(register) + Long.BYTES * HALF;
  }

  /// Where the flags before the call lie.
  ///
  /// @return their distance from the block's beginning in bytes
  public static int flagsBefore() {
    return Long.BYTES * FLAGS;
  }

  /// Where the flags after the call lie.
  ///
  /// @return their distance from the block's beginning in bytes
  public static int flagsAfter() {
    return flagsBefore() + Long.BYTES * HALF;
  }
}
