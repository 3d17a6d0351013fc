package psyscall.spec.machine;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.term.IllFormed;

/// A routine: its instructions in the order of their addresses. Control enters at the first one.
///
/// Names of places relative to a frame (Go's `name+8(FP)`) are already distances from RSP.
///
/// @param name with Go's dots as in a linked binary: `syscall.RawSyscall6`
/// @param convention how it is called
/// @param instructions at least one
public record Routine(String name, Convention convention, List<Placed> instructions) {
  private static final int SPACING = 16;
  private static final int SYSCALL_BYTES = 2;

  /// Copies the instructions and checks the jumps.
  public Routine {
    instructions = List.copyOf(instructions);
    if (instructions.isEmpty()) {
      throw new IllFormed("routine without instructions: name=" + name);
    }
    for (Placed placed : instructions) {
      int index = inside(placed.instruction());
      if (index < 0 || index >= instructions.size()) {
        throw new IllFormed("jump to nowhere: routine=" + name + ", index=" + index);
      }
    }
  }

  /// A routine that was read from text, with addresses of its own making.
  ///
  /// @param name its name
  /// @param convention how it is called
  /// @param base the address of the first instruction
  /// @param instructions at least one
  /// @return the routine; each instruction has 16 bytes, SYSCALL its two
  public static Routine laidOut(
      String name, Convention convention, long base, List<Instruction> instructions) {
    List<Placed> placed = new ArrayList<>();
    long address = base;
    for (Instruction instruction : instructions) {
      int length = instruction instanceof Instruction.Syscall ? SYSCALL_BYTES : SPACING;
      placed.add(new Placed(address, length, instruction));
      address += length;
    }
    return new Routine(name, convention, placed);
  }

  /// The instructions without their places, for comparing a text with a binary.
  ///
  /// @return the instructions in order
  public List<Instruction> text() {
    return instructions.stream().map(Placed::instruction).toList();
  }

  /// Whether it enters the kernel by SYSCALL.
  ///
  /// @return whether such an instruction is in it
  public boolean hasSyscall() {
    return text().contains(new Instruction.Syscall());
  }

  private static int inside(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Call(Target.Inside(int index)) -> index;
      case Instruction.Jump(Target.Inside(int index)) -> index;
      case Instruction.JumpIf(_, Target.Inside(int index)) -> index;
      case Instruction _ -> 0;
    };
  }
}
