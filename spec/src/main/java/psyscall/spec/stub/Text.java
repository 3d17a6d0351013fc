package psyscall.spec.stub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.term.IllFormed;

/// A routine being written down, with Go's mnemonics and Go's order of operands.
final class Text {
  private static final long RETURN_ADDRESS_BYTES = 8;

  private final List<Optional<Instruction>> instructions = new ArrayList<>();
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private final List<Jump> jumps = new ArrayList<>();

  /// A jump whose label is still to come.
  private record Jump(int at, Optional<Condition> condition, String label) {}

  /// A word of 64 bits of the caller's frame, in a routine without a frame of its own.
  static Operand.Mem arg(long offset) {
    return Address.at(Register.RSP, RETURN_ADDRESS_BYTES + offset).quad();
  }

  /// A word of 32 bits of the caller's frame, in a routine without a frame of its own.
  static Operand.Mem argL(long offset) {
    return Address.at(Register.RSP, RETURN_ADDRESS_BYTES + offset).wide();
  }

  static Operand.Imm imm(long value) {
    return new Operand.Imm(value);
  }

  Text movq(Operand source, Register destination) {
    return movq(source, destination.quad());
  }

  Text movq(Register source, Operand destination) {
    return movq(source.quad(), destination);
  }

  Text movq(Register source, Register destination) {
    return movq(source.quad(), destination.quad());
  }

  Text movq(Operand source, Operand destination) {
    return add(new Instruction.Move(destination, source, Extension.NONE));
  }

  Text movl(Operand source, Register destination) {
    return add(new Instruction.Move(destination.wide(), source, Extension.NONE));
  }

  Text movl(Register source, Operand destination) {
    return add(new Instruction.Move(destination, source.wide(), Extension.NONE));
  }

  Text leaq(Address address, Register destination) {
    return add(new Instruction.Lea(destination.quad(), address));
  }

  Text addq(Operand source, Register destination) {
    return add(new Binary(Binary.Operator.ADD, destination.quad(), source));
  }

  Text subq(Operand source, Register destination) {
    return add(new Binary(Binary.Operator.SUB, destination.quad(), source));
  }

  Text xorl(Register source, Register destination) {
    return add(new Binary(Binary.Operator.XOR, destination.wide(), source.wide()));
  }

  Text cmpq(Register left, Operand right) {
    return add(new Binary(Binary.Operator.CMP, left.quad(), right));
  }

  Text testq(Register left, Register right) {
    return add(new Binary(Binary.Operator.TEST, left.quad(), right.quad()));
  }

  Text negq(Register register) {
    return add(new Unary(Unary.Operator.NEG, register.quad()));
  }

  Text pushq(Register register) {
    return add(new Instruction.Push(register.quad()));
  }

  Text popq(Register register) {
    return add(new Instruction.Pop(register.quad()));
  }

  Text call(String symbol) {
    return add(new Instruction.Call(new Target.Symbol(symbol)));
  }

  Text call(Register register) {
    return add(new Instruction.Call(new Target.Indirect(register.quad())));
  }

  Text syscall() {
    return add(new Instruction.Syscall());
  }

  Text ret() {
    return add(new Instruction.Ret());
  }

  Text jls(String label) {
    return jump(Optional.of(Condition.BE), label);
  }

  Text jz(String label) {
    return jump(Optional.of(Condition.E), label);
  }

  Text jmp(String label) {
    return jump(Optional.empty(), label);
  }

  Text label(String name) {
    labels.put(name, instructions.size());
    return this;
  }

  private Text add(Instruction instruction) {
    instructions.add(Optional.of(instruction));
    return this;
  }

  private Text jump(Optional<Condition> condition, String label) {
    jumps.add(new Jump(instructions.size(), condition, label));
    instructions.add(Optional.empty());
    return this;
  }

  /// The routine.
  Routine routine(String name, Convention convention, long base) {
    for (Jump jump : jumps) {
      Integer index = labels.get(jump.label());
      if (index == null) {
        throw new IllFormed("unknown label: routine=" + name + ", label=" + jump.label());
      }
      Target target = new Target.Inside(index);
      Instruction instruction =
          jump.condition()
              .<Instruction>map(condition -> new Instruction.JumpIf(condition, target))
              .orElse(new Instruction.Jump(target));
      instructions.set(jump.at(), Optional.of(instruction));
    }
    return Routine.laidOut(
        name, convention, base, instructions.stream().map(Optional::orElseThrow).toList());
  }
}
