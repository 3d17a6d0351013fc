package psyscall.model.trampoline;

import psyscall.spec.machine.Register;

/// Where things lie in the block of a vector: the registers before the call in the order of their
/// numbers, the flags before it, then the same after it. Each is a word of 64 bits.
public final class Block {
  private static final int REGISTERS = Register.values().length;

  /// The flags, counted from either half's beginning.
  public static final int FLAGS = REGISTERS;

  /// The words of a half.
  public static final int HALF = REGISTERS + 1;

  /// The words of a block.
  public static final int WORDS = 2 * HALF;

  private Block() {}

  /// Where a register before the call lies.
  ///
  /// @param register which
  /// @return its distance from the block's beginning in bytes
  public static int before(Register register) {
    return Long.BYTES * register.ordinal();
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
