package psyscall.spec.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.term.IllFormed;

/// A routine with the routines that it calls put in where they are called, as one list of steps.
///
/// @param steps in the order of the text, callees behind their callers
public record Linked(List<Step> steps) {
  /// Copies the steps.
  public Linked {
    steps = List.copyOf(steps);
  }

  /// An instruction among the steps.
  ///
  /// @param index its position, from 0
  /// @param routine whose instruction it is
  /// @param placed the instruction at its place
  /// @param depth how many bytes RSP is below its value at the entry of the outermost routine
  /// @param flow where control goes
  public record Step(int index, String routine, Placed placed, long depth, Flow flow) {
    /// Its name.
    ///
    /// @return such as `i07`
    public String label() {
      return Linked.label(index);
    }
  }

  /// Where control goes, by positions of steps.
  public sealed interface Flow {
    /// On to a step: also into a callee, and back out of it.
    record To(int next) implements Flow {}

    /// To one of two steps.
    record Branch(int taken, int next) implements Flow {}

    /// To a routine that is not put in, and then on.
    record Outside(String callee, int next) implements Flow {}

    /// Back to the caller of the outermost routine.
    record Return() implements Flow {}
  }

  /// The name of a step.
  ///
  /// @param index its position
  /// @return such as `i07`
  public static String label(int index) {
    return "i%02d".formatted(index);
  }

  /// Links a routine.
  ///
  /// @param program where callees are looked up
  /// @param routine the outermost routine
  /// @param outside the names of callees that are not put in
  /// @return its steps
  public static Linked of(Program program, Routine routine, Set<String> outside) {
    Linker linker = new Linker(program, outside);
    linker.add(routine, 0, OptionalInt.empty());
    return new Linked(linker.steps);
  }

  /// The steps between the return of one callee and the call of another, both outside.
  ///
  /// @param from the callee that comes first
  /// @param to the callee that comes later
  /// @return their positions, with the call of `to`
  public List<Integer> between(String from, String to) {
    List<Integer> found = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (Step step : steps) {
      if (step.flow() instanceof Flow.Outside(String callee, int next) && callee.equals(from)) {
        open.add(next);
      }
    }
    while (!open.isEmpty()) {
      int at = open.removeLast();
      if (found.contains(at)) {
        continue;
      }
      found.add(at);
      switch (steps.get(at).flow()) {
        case Flow.To(int next) -> open.add(next);
        case Flow.Branch(int taken, int next) -> open.addAll(List.of(taken, next));
        case Flow.Outside(String callee, int next) -> {
          if (!callee.equals(to)) {
            open.add(next);
          }
        }
        case Flow.Return() -> {}
      }
    }
    return found.stream().sorted().toList();
  }

  private static final class Linker {
    private final Program program;
    private final Set<String> outside;
    private final List<Step> steps = new ArrayList<>();

    Linker(Program program, Set<String> outside) {
      this.program = program;
      this.outside = outside;
    }

    /// Puts a routine in; its callees are put in behind it.
    ///
    /// @return the position of its first step
    int add(Routine routine, long entry, OptionalInt returnsTo) {
      int first = steps.size();
      long[] depths = Depths.of(routine);
      List<Integer> calls = new ArrayList<>();
      for (int at = 0; at < routine.instructions().size(); at++) {
        int index = first + at;
        Placed placed = routine.instructions().get(at);
        Flow flow = flow(placed.instruction(), first, index + 1, returnsTo);
        steps.add(new Step(index, routine.name(), placed, entry + depths[at], flow));
        if (placed.instruction() instanceof Instruction.Call && !isOutside(flow)) {
          calls.add(index);
        }
      }
      for (int call : calls) {
        Step step = steps.get(call);
        Routine callee = callee(step.placed().instruction());
        int to = add(callee, step.depth() + Depths.WORD_BYTES, OptionalInt.of(call + 1));
        steps.set(
            call, new Step(call, step.routine(), step.placed(), step.depth(), new Flow.To(to)));
      }
      return first;
    }

    private static boolean isOutside(Flow flow) {
      return flow instanceof Flow.Outside;
    }

    private Flow flow(Instruction instruction, int first, int next, OptionalInt returnsTo) {
      return switch (instruction) {
        case Instruction.JumpIf(_, Target.Inside(int index)) ->
            new Flow.Branch(first + index, next);
        case Instruction.Jump(Target.Inside(int index)) -> new Flow.To(first + index);
        case Instruction.Call(Target.Symbol(String name)) when outside.contains(name) ->
            new Flow.Outside(name, next);
        case Instruction.Ret _ ->
            returnsTo.isPresent() ? new Flow.To(returnsTo.getAsInt()) : new Flow.Return();
        case Instruction.Call(Target.Symbol _) -> new Flow.To(next);
        case Instruction.Jump _, Instruction.JumpIf _, Instruction.Call _ ->
            throw new IllFormed("jump that cannot be followed: instruction=" + instruction);
        case Instruction _ -> new Flow.To(next);
      };
    }

    private Routine callee(Instruction instruction) {
      String name =
          instruction instanceof Instruction.Call(Target.Symbol(String symbol)) ? symbol : "";
      return program.named(name).orElseThrow(() -> new IllFormed("unknown routine: name=" + name));
    }
  }
}
