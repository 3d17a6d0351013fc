package psyscall.model.elf;

import java.util.Locale;
import java.util.Optional;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;

/// Writes decoded instructions as `objdump -M intel` does, without what it adds: names of symbols,
/// comments, and the difference between `mov` and `movabs`.
final class IntelText {
  private IntelText() {}

  static String of(Placed placed) {
    return switch (placed.instruction()) {
      case Instruction.Move(var to, var from, var extension) ->
          move(extension, from) + operands(to, from, width(to));
      case Instruction.Lea(var to, var address) ->
          "lea " + operand(to, to.width()) + "," + brackets(address);
      case Instruction.Binary(var operator, var left, var right) ->
          operator.name().toLowerCase(Locale.ROOT) + operands(left, right, width(left));
      case Instruction.Unary(var operator, var operand) ->
          operator.name().toLowerCase(Locale.ROOT) + " " + operand(operand, width(operand));
      case Instruction.Multiply(var to, var left, var right) ->
          right instanceof Operand.Imm
              ? "imul" + operands(to, left, to.width()) + "," + operand(right, to.width())
              : "imul" + operands(to, right, to.width());
      case Instruction.MultiplyWide(var factor) -> "mul " + operand(factor, width(factor));
      case Instruction.DivideWide(var divisor) -> "div " + operand(divisor, width(divisor));
      case Instruction.Push(var source) -> "push " + operand(source, Width.QUAD);
      case Instruction.Pop(var to) -> "pop " + operand(to, Width.QUAD);
      case Instruction.Call(var target) -> "call " + target(target);
      case Instruction.Jump(var target) -> "jmp " + target(target);
      case Instruction.JumpIf(var condition, var target) ->
          "j" + condition.name().toLowerCase(Locale.ROOT) + " " + target(target);
      case Instruction.Ret _ -> "ret";
      case Instruction.Interrupt(int vector) ->
          placed.length() == 1 ? "int3" : "int 0x" + Integer.toHexString(vector);
      case Instruction.Syscall _ -> "syscall";
      case Instruction.Sysret _ -> "sysretq";
      case Instruction.Iret _ -> "iretq";
      case Instruction.Nop _ -> "nop";
    };
  }

  private static String move(Instruction.Move.Extension extension, Operand from) {
    return switch (extension) {
      case NONE -> "mov";
      case ZERO -> "movzx";
      case SIGN -> width(from) == Width.DOUBLE ? "movsxd" : "movsx";
    };
  }

  private static String operands(Operand left, Operand right, Width width) {
    return " " + operand(left, width) + "," + operand(right, width);
  }

  private static Width width(Operand operand) {
    return switch (operand) {
      case Operand.Reg(_, var width) -> width;
      case Operand.Mem(_, var width) -> width;
      case Operand.Imm _, Operand.SymbolAddress _ -> Width.QUAD;
    };
  }

  private static String operand(Operand operand, Width width) {
    return switch (operand) {
      case Operand.Reg(var register, var own) -> register(register, own);
      case Operand.Imm(long value) -> "0x" + Long.toHexString(value & mask(width));
      case Operand.Mem(var address, var own) -> size(own) + " PTR " + place(address);
      case Operand.SymbolAddress _ -> throw new AssertionError("a name in machine code");
    };
  }

  private static long mask(Width width) {
    return width == Width.QUAD ? -1 : (1L << width.bits()) - 1;
  }

  private static String size(Width width) {
    return switch (width) {
      case BYTE -> "BYTE";
      case WORD -> "WORD";
      case DOUBLE -> "DWORD";
      case QUAD -> "QWORD";
    };
  }

  private static String register(Register register, Width width) {
    String full = register.name().toLowerCase(Locale.ROOT);
    boolean numbered = Character.isDigit(full.charAt(1));
    boolean pointer = full.endsWith("p") || full.endsWith("i");
    String stem = full.substring(1);
    return switch (width) {
      case QUAD -> full;
      case DOUBLE -> numbered ? full + "d" : "e" + stem;
      case WORD -> numbered ? full + "w" : stem;
      case BYTE -> numbered ? full + "b" : pointer ? stem + "l" : stem.charAt(0) + "l";
    };
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Absolute(long address) -> Long.toHexString(address);
      case Target.Indirect(var operand) -> operand(operand, Width.QUAD);
      case Target.Inside _, Target.Symbol _ -> throw new AssertionError("a name in machine code");
    };
  }

  private static String place(Address address) {
    if (address instanceof Address.Based(var segment, var base, var index, _, long displacement)) {
      boolean flat = segment == Address.Segment.FLAT;
      if (base.isEmpty() && index.isEmpty()) {
        return (flat ? "ds:" : "fs:") + "0x" + Long.toHexString(displacement);
      }
      return (flat ? "" : "fs:") + brackets(address);
    }
    return brackets(address);
  }

  private static String brackets(Address address) {
    return switch (address) {
      case Address.RipRelative(long displacement) ->
          "[rip+0x" + Long.toHexString(displacement) + "]";
      case Address.Based(_, var base, var index, int scale, long displacement) -> {
        if (base.isEmpty() && index.isEmpty()) {
          yield "ds:0x" + Long.toHexString(displacement);
        }
        yield "["
            + name(base)
            + (base.isPresent() && index.isPresent() ? "+" : "")
            + index.map(i -> name(Optional.of(i)) + "*" + scale).orElse("")
            + signed(displacement)
            + "]";
      }
      case Address.Symbol _ -> throw new AssertionError("a name in machine code");
    };
  }

  private static String name(Optional<Register> register) {
    return register.map(r -> r.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  private static String signed(long displacement) {
    String sign = displacement < 0 ? "-" : "+";
    return displacement == 0 ? "" : sign + "0x" + Long.toHexString(Math.abs(displacement));
  }
}
