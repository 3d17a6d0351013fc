package psyscall.model.plan9;

import java.util.Optional;
import psyscall.spec.machine.Register;

/// An operand as it is written, before the frame of its routine is known.
sealed interface SourceOperand {
  /// A general register.
  record Reg(Register register) implements SourceOperand {}

  /// A constant.
  record Constant(Sum value) implements SourceOperand {}

  /// The address of something in memory, as a constant.
  record AddressOf(SourceOperand place) implements SourceOperand {}

  /// `name+8(FP)`: an argument or result.
  record Argument(Sum offset) implements SourceOperand {}

  /// `name-8(SP)`: a local variable, counted from the top of the frame.
  record Local(Sum offset) implements SourceOperand {}

  /// A place at a distance from registers, or at a constant address.
  record Memory(Optional<Register> base, Optional<Register> index, int scale, Sum displacement)
      implements SourceOperand {}

  /// A place in the thread's own block, at a distance from where g is.
  record OfThread(long offset) implements SourceOperand {}

  /// `name+8(SB)`.
  record Static(String symbol, Sum offset) implements SourceOperand {}

  /// `2(PC)`: a distance in instructions.
  record Relative(long distance) implements SourceOperand {}

  /// A label.
  record Label(String name) implements SourceOperand {}

  /// The base of the thread's block, Go's TLS.
  record ThreadBase() implements SourceOperand {}

  /// What the subset does not have: a vector register, a text.
  record Other() implements SourceOperand {}
}
