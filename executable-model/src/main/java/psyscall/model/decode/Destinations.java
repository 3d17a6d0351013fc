package psyscall.model.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Target;

/// Turns addresses of jumps into positions of instructions, where they are in the same routine, and
/// drops what only fills the gap to the next routine.
public final class Destinations {
  private final Map<Long, Integer> positions = new HashMap<>();
  private final long start;
  private final long end;

  private Destinations(List<Placed> instructions) {
    this.start = instructions.getFirst().address();
    this.end = instructions.getLast().end();
    for (int i = 0; i < instructions.size(); i++) {
      positions.put(instructions.get(i).address(), i);
    }
  }

  /// Resolves the jumps of a routine.
  ///
  /// @param instructions at least one, as decoded, without gaps
  /// @return the same with positions, without trailing padding; or the first jump that goes into
  ///   the middle of an instruction
  public static Resolved resolve(List<Placed> instructions) {
    var destinations = new Destinations(instructions);
    List<Placed> resolved = new ArrayList<>();
    for (Placed placed : instructions) {
      Optional<Instruction> inside = destinations.inside(placed.instruction());
      if (inside.isEmpty()) {
        return new Resolved.Torn(placed);
      }
      resolved.add(new Placed(placed.address(), placed.length(), inside.get()));
    }
    return new Resolved.Whole(withoutPadding(resolved));
  }

  /// What came of it.
  public sealed interface Resolved {
    /// All jumps go to instructions.
    ///
    /// @param instructions the routine
    record Whole(List<Placed> instructions) implements Resolved {}

    /// A jump goes into the middle of an instruction.
    ///
    /// @param jump the jump
    record Torn(Placed jump) implements Resolved {}
  }

  private Optional<Instruction> inside(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Jump(Target target) -> inside(target).map(Instruction.Jump::new);
      case Instruction.JumpIf(var condition, Target target) ->
          inside(target).map(to -> new Instruction.JumpIf(condition, to));
      case Instruction.Call(Target target) -> inside(target).map(Instruction.Call::new);
      case Instruction other -> Optional.of(other);
    };
  }

  private Optional<Target> inside(Target target) {
    return switch (target) {
      case Target.Absolute(long address) when address >= start && address < end ->
          Optional.ofNullable(positions.get(address)).map(Target.Inside::new);
      case Target other -> Optional.of(other);
    };
  }

  private static List<Placed> withoutPadding(List<Placed> instructions) {
    int last = 0;
    for (Placed placed : instructions) {
      last = Math.max(last, index(placed.instruction()));
    }
    int size = instructions.size();
    while (size - 1 > last && padding(instructions.get(size - 1))) {
      size--;
    }
    return List.copyOf(instructions.subList(0, size));
  }

  private static int index(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Jump(Target.Inside(int index)) -> index;
      case Instruction.JumpIf(_, Target.Inside(int index)) -> index;
      case Instruction.Call(Target.Inside(int index)) -> index;
      case Instruction _ -> 0;
    };
  }

  private static boolean padding(Placed placed) {
    return switch (placed.instruction()) {
      case Instruction.Nop _ -> true;
      case Instruction.Interrupt _ -> placed.length() == 1;
      case Instruction _ -> false;
    };
  }
}
