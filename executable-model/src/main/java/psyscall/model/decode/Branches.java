package psyscall.model.decode;

import java.util.List;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Target;

/// Jumps and calls whose distance from the next instruction is in the code.
///
/// Each distance must have been read before, since it counts from behind itself.
final class Branches {
  private static final List<Condition> NUMBERED = List.of(Condition.values());

  private final CodeCursor cursor;
  private final long address;

  /// Counts from an instruction that has just been read.
  ///
  /// @param cursor the reading position
  /// @param address where the first byte of the routine lies
  Branches(CodeCursor cursor, long address) {
    this.cursor = cursor;
    this.address = address;
  }

  Instruction call(long distance) {
    return new Instruction.Call(target(distance));
  }

  Instruction jump(long distance) {
    return new Instruction.Jump(target(distance));
  }

  Instruction jumpIf(int condition, long distance) {
    return new Instruction.JumpIf(NUMBERED.get(condition), target(distance));
  }

  private Target target(long distance) {
    return new Target.Absolute(address + cursor.position() + distance);
  }
}
