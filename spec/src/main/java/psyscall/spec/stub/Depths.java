package psyscall.spec.stub;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary.Operator;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.term.IllFormed;

/// How far RSP is below its value at the entry of a routine, instruction by instruction.
final class Depths {
  static final long WORD_BYTES = 8;

  private static final long UNKNOWN = Long.MIN_VALUE;

  private Depths() {}

  /// The depth before each instruction, 0 where control never gets; callees give back what their
  /// call took.
  static long[] of(Routine routine) {
    List<Instruction> text = routine.text();
    long[] depths = new long[text.size()];
    Arrays.fill(depths, UNKNOWN);
    Deque<Integer> open = new ArrayDeque<>();
    depths[0] = 0;
    open.push(0);
    while (!open.isEmpty()) {
      int at = open.pop();
      long after = depths[at] + descent(text.get(at));
      for (int next : successors(text.get(at), at)) {
        if (depths[next] == UNKNOWN) {
          depths[next] = after;
          open.push(next);
        } else if (depths[next] != after) {
          throw new IllFormed(
              "two depths of a stack: routine=%s, index=%d".formatted(routine.name(), next));
        }
      }
    }
    Arrays.setAll(depths, at -> depths[at] == UNKNOWN ? 0 : depths[at]);
    return depths;
  }

  private static List<Integer> successors(Instruction instruction, int at) {
    return switch (instruction) {
      case Instruction.JumpIf(_, Target.Inside(int index)) -> List.of(index, at + 1);
      case Instruction.Jump(Target.Inside(int index)) -> List.of(index);
      case Instruction.Ret _ -> List.of();
      case Instruction _ -> List.of(at + 1);
    };
  }

  private static long descent(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Push _ -> WORD_BYTES;
      case Instruction.Pop _ -> -WORD_BYTES;
      case Instruction.Binary(
              Operator operator,
              Operand.Reg(Register register, _),
              Operand.Imm(long value))
          when register == Register.RSP ->
          switch (operator) {
            case SUB -> value;
            case ADD -> -value;
            case CMP, AND, TEST, OR, XOR -> 0;
          };
      case Instruction _ -> 0;
    };
  }
}
