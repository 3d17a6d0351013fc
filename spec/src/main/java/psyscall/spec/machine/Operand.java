package psyscall.spec.machine;

/// What an instruction reads or writes.
public sealed interface Operand {

  /// A register, or its low part.
  ///
  /// @param register which
  /// @param width how many of its low bits; a write of 32 bits clears the upper half, one of 8 or
  ///   16 keeps the rest
  record Reg(Register register, Width width) implements Operand {}

  /// A constant, extended to 64 bits as the instruction does it; the low bits count where the other
  /// operand is narrower.
  ///
  /// @param value the constant
  record Imm(long value) implements Operand {}

  /// A word in memory.
  ///
  /// @param address where
  /// @param width its size
  record Mem(Address address, Width width) implements Operand {}

  /// The address of a symbol as a constant, Go's `$symbol(SB)`.
  ///
  /// @param symbol the name
  /// @param offset added to its address
  record SymbolAddress(String symbol, long offset) implements Operand {}
}
