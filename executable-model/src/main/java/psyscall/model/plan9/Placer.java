package psyscall.model.plan9;

import java.util.Optional;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// Turns operands as they are written into operands of the machine, at one point of a routine.
///
/// @param fields numbers of names
/// @param frame the routine's frame
/// @param depth how far SP lies below its value at entry; what is added to SP otherwise than by
///   PUSH, POP and ADJSP does not count, as in Go's assembler
record Placer(Fields fields, Frame frame, long depth) {
  private static final int RETURN_ADDRESS = 8;
  private static final int G = -8;

  /// The operand.
  ///
  /// @param operand as it is written
  /// @param width how many bits of it are used
  /// @return the operand, or nothing if it is outside the subset
  /// @throws UnreadableCodeException if there are too many names of fields
  Optional<Operand> operand(SourceOperand operand, Width width) throws UnreadableCodeException {
    return switch (operand) {
      case SourceOperand.Reg(Register register) -> Optional.of(new Operand.Reg(register, width));
      case SourceOperand.Constant(Sum sum) ->
          Optional.of(new Operand.Imm(narrow(number(sum), width)));
      case SourceOperand.AddressOf _,
          SourceOperand.Relative _,
          SourceOperand.Label _,
          SourceOperand.ThreadBase _,
          SourceOperand.Other _ ->
          Optional.empty();
      case SourceOperand.Argument _,
          SourceOperand.Local _,
          SourceOperand.Memory _,
          SourceOperand.OfThread _,
          SourceOperand.Static _ ->
          address(operand).map(place -> new Operand.Mem(place, width));
    };
  }

  /// A place in memory.
  ///
  /// @param operand as it is written
  /// @return the address, or nothing if it is none
  /// @throws UnreadableCodeException if there are too many names of fields
  Optional<Address> address(SourceOperand operand) throws UnreadableCodeException {
    return switch (operand) {
      case SourceOperand.Argument(Sum offset) ->
          Optional.of(Address.at(Register.RSP, depth + RETURN_ADDRESS + number(offset)));
      case SourceOperand.Local(Sum offset) ->
          Optional.of(
              Address.at(Register.RSP, depth - frame.size() + frame.local() + number(offset)));
      case SourceOperand.Memory(var base, var index, int scale, Sum sum) ->
          Optional.of(new Address.Based(Address.Segment.FLAT, base, index, scale, number(sum)));
      case SourceOperand.OfThread(long offset) -> Optional.of(Address.fs(G + offset));
      case SourceOperand.Static(String symbol, Sum offset) ->
          Optional.of(new Address.Symbol(symbol, number(offset)));
      case SourceOperand.Reg _,
          SourceOperand.Constant _,
          SourceOperand.AddressOf _,
          SourceOperand.Relative _,
          SourceOperand.Label _,
          SourceOperand.ThreadBase _,
          SourceOperand.Other _ ->
          Optional.empty();
    };
  }

  private long number(Sum sum) throws UnreadableCodeException {
    return sum.known() ? sum.number() : fields.number(String.join("+", sum.names())) + sum.number();
  }

  private static long narrow(long value, Width width) {
    return switch (width) {
      case BYTE -> (byte) value;
      case WORD -> (short) value;
      case DOUBLE -> (int) value;
      case QUAD -> value;
    };
  }
}
