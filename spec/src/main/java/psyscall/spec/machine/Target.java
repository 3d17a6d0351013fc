package psyscall.spec.machine;

/// Where a jump or a call goes.
public sealed interface Target {

  /// An instruction of the same routine.
  ///
  /// @param index its position in [Routine#instructions], from 0
  record Inside(int index) implements Target {}

  /// Another routine, by name.
  ///
  /// @param name with Go's dots as in a linked binary: `runtime.entersyscall`
  record Symbol(String name) implements Target {}

  /// A place outside the routine that has no name.
  ///
  /// @param address the address
  record Absolute(long address) implements Target {}

  /// What an operand of 64 bits holds.
  ///
  /// @param operand a register or a place in memory
  record Indirect(Operand operand) implements Target {}
}
