package psyscall.model.elf;

import java.util.function.UnaryOperator;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Target;

/// Rewrites the addresses and targets of an instruction.
///
/// @param addresses what becomes of an address
/// @param targets what becomes of a target that is not an operand
record Operands(UnaryOperator<Address> addresses, UnaryOperator<Target> targets) {

  /// Rewrites an instruction.
  ///
  /// @param instruction the instruction
  /// @return the same with other addresses and targets
  Instruction of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Move(var to, var from, var extension) ->
          new Instruction.Move(of(to), of(from), extension);
      case Instruction.Lea(var to, var address) ->
          new Instruction.Lea(to, addresses.apply(address));
      case Instruction.Binary(var operator, var left, var right) ->
          new Instruction.Binary(operator, of(left), of(right));
      case Instruction.Unary(var operator, var operand) ->
          new Instruction.Unary(operator, of(operand));
      case Instruction.Multiply(var to, var left, var right) ->
          new Instruction.Multiply(to, of(left), of(right));
      case Instruction.MultiplyWide(var factor) -> new Instruction.MultiplyWide(of(factor));
      case Instruction.DivideWide(var divisor) -> new Instruction.DivideWide(of(divisor));
      case Instruction.Push(var source) -> new Instruction.Push(of(source));
      case Instruction.Pop(var to) -> new Instruction.Pop(of(to));
      case Instruction.Call(var target) -> new Instruction.Call(of(target));
      case Instruction.Jump(var target) -> new Instruction.Jump(of(target));
      case Instruction.JumpIf(var condition, var target) ->
          new Instruction.JumpIf(condition, of(target));
      case Instruction other -> other;
    };
  }

  private Operand of(Operand operand) {
    return switch (operand) {
      case Operand.Mem(var address, var width) -> new Operand.Mem(addresses.apply(address), width);
      case Operand other -> other;
    };
  }

  private Target of(Target target) {
    return switch (target) {
      case Target.Indirect(var operand) -> new Target.Indirect(of(operand));
      case Target other -> targets.apply(other);
    };
  }
}
