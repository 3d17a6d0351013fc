package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Effect.Place;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;

/// Follows a routine along each of its paths.
///
/// Routines that it calls are followed too; what Go's scheduler and the vDSO do is left open as far
/// as their conventions allow: they keep RSP, RBP and what lies above their return address.
final class Walk {
  /// What is not followed.
  static final Set<String> OUTSIDE = Set.of("runtime.entersyscall", "runtime.exitsyscall");

  private static final int BITS = 64;
  private static final int STEPS_MAX = 10_000;
  private static final int WORD_BYTES = 8;

  /// How far above the entry's RSP a caller's frame is looked at, in bytes.
  private static final int FRAME_BYTES = 96;

  private final Program program;
  private final Meaning meaning;
  private final SymbolicState entry;
  private final List<Passage> passages = new ArrayList<>();
  private int steps;

  /// A point at which the routine is left for a while.
  ///
  /// @param what the callee's name; `SYSCALL` for the kernel, `vdso` for a computed call
  /// @param before the state when it is left
  /// @param after the state when it goes on
  record Visit(String what, SymbolicState before, SymbolicState after) {}

  /// A way through the routine.
  ///
  /// @param assumed what holds on it
  /// @param visits where it leaves the routine, in order
  /// @param required what must hold on it beside the contract
  /// @param end the state behind its return
  /// @param rip where it returns to
  record Passage(
      List<Bool> assumed, List<Visit> visits, List<Bool> required, SymbolicState end, Word rip) {

    /// The last visit of the kernel, or of what stands for it.
    Visit kernel() {
      return visits.stream()
          .filter(visit -> !OUTSIDE.contains(visit.what()))
          .reduce((_, last) -> last)
          .orElseThrow();
    }
  }

  /// Where a callee comes back to.
  private record Return(Routine routine, int index, long depth) {}

  /// Where a path is.
  private record At(
      Routine routine,
      int index,
      long depth,
      List<Return> callers,
      SymbolicState state,
      Passage so) {}

  private Walk(Program program, Meaning meaning, SymbolicState entry) {
    this.program = program;
    this.meaning = meaning;
    this.entry = entry;
  }

  /// The paths of a routine.
  ///
  /// @param program where callees are looked up
  /// @param routine the routine
  /// @param meaning what its instructions do
  /// @param entry the state at its entry
  /// @return each way to its return
  static List<Passage> of(Program program, Routine routine, Meaning meaning, SymbolicState entry) {
    Walk walk = new Walk(program, meaning, entry);
    Passage nothing = new Passage(List.of(), List.of(), List.of(), entry, Word.of(0, BITS));
    walk.follow(new At(routine, 0, 0, List.of(), entry, nothing));
    return List.copyOf(walk.passages);
  }

  private void follow(At at) {
    steps++;
    if (steps > STEPS_MAX) {
      throw new IllegalStateException("routine without an end: name=" + at.routine().name());
    }
    Placed placed = at.routine().instructions().get(at.index());
    Effect effect = meaning.of(placed, at.state());
    for (Effect.Exit exit : effect.exits()) {
      Passage so = at.so();
      if (effect.exits().size() > 1) {
        so =
            new Passage(
                with(so.assumed(), exit.condition()),
                so.visits(),
                so.required(),
                so.end(),
                so.rip());
      }
      so = assuming(so, effect.assumed());
      SymbolicState after = at.state().after(effect);
      long depth = at.depth() + descent(placed.instruction());
      leave(
          at,
          placed,
          exit.place(),
          new At(at.routine(), at.index() + 1, depth, at.callers(), after, so));
    }
  }

  private void leave(At at, Placed placed, Place place, At next) {
    switch (place) {
      case Place.Next() -> {
        boolean isKernel = placed.instruction() instanceof Instruction.Syscall;
        follow(isKernel ? visiting(next, "SYSCALL", at.state()) : next);
      }
      case Place.At(Target target) -> jump(at, placed, target, next);
      case Place.Computed(Word rip) -> {
        if (placed.instruction() instanceof Instruction.Call) {
          follow(outside(at, "vdso", next));
        } else {
          back(rip, next);
        }
      }
      case Place.Fault _, Place.LateFault _ ->
          throw new IllegalStateException("stub that may fault: instruction=" + placed);
    }
  }

  private void jump(At at, Placed placed, Target target, At next) {
    switch (target) {
      case Target.Inside(int index) ->
          follow(
              new At(next.routine(), index, next.depth(), next.callers(), next.state(), next.so()));
      case Target.Symbol(String name) when OUTSIDE.contains(name) ->
          follow(outside(at, name, next));
      case Target.Symbol(String name) -> {
        Routine callee =
            program
                .named(name)
                .orElseThrow(() -> new IllegalStateException("unknown routine: name=" + name));
        List<Return> callers =
            with(at.callers(), new Return(at.routine(), at.index() + 1, at.depth()));
        follow(new At(callee, 0, next.depth(), callers, next.state(), next.so()));
      }
      case Target.Absolute _, Target.Indirect _ ->
          throw new IllegalStateException("jump that is not followed: instruction=" + placed);
    }
  }

  private static At visiting(At next, String what, SymbolicState before) {
    Passage so = next.so();
    List<Visit> visits = with(so.visits(), new Visit(what, before, next.state()));
    return moved(
        next, next.state(), new Passage(so.assumed(), visits, so.required(), so.end(), so.rip()));
  }

  private static At moved(At at, SymbolicState state, Passage so) {
    return new At(at.routine(), at.index(), at.depth(), at.callers(), state, so);
  }

  /// A call of what is not followed: it keeps RSP, RBP, in Go the register of the goroutine, and
  /// each word from its caller's RSP up.
  private At outside(At at, String what, At next) {
    SymbolicState before = at.state();
    String prefix = what + "." + at.so().visits().size() + ".";
    SymbolicState after = Entry.state(prefix);
    List<Register> kept =
        what.equals("vdso")
            ? List.of(
                Register.RSP,
                Register.RBP,
                Register.RBX,
                Register.R12,
                Register.R13,
                Register.R14,
                Register.R15)
            : at.routine().convention() == Convention.GO_REGISTERS
                ? List.of(Register.RSP, Register.RBP, Register.R14)
                : List.of(Register.RSP, Register.RBP);
    for (Register register : kept) {
      after = after.with(register, before.get(register));
    }
    Bytes memory = Entry.memory(prefix + "stack");
    after = after.with(memory);
    Passage so = next.so();
    List<Bool> assumed = new ArrayList<>(so.assumed());
    for (long offset = -at.depth(); offset < FRAME_BYTES; offset += WORD_BYTES) {
      Word place = entry.get(Register.RSP).plus(Word.of(offset, BITS));
      assumed.add(memory.load(place, WORD_BYTES).is(before.memory().load(place, WORD_BYTES)));
    }
    List<Bool> required = with(so.required(), isAt(before, at.depth()));
    List<Visit> visits = with(so.visits(), new Visit(what, before, after));
    return new At(
        at.routine(),
        at.index() + 1,
        at.depth(),
        at.callers(),
        after,
        new Passage(assumed, visits, required, so.end(), so.rip()));
  }

  /// RSP is where the walk believes it to be.
  private Bool isAt(SymbolicState state, long depth) {
    return state.get(Register.RSP).is(entry.get(Register.RSP).minus(Word.of(depth, BITS)));
  }

  private void back(Word rip, At next) {
    Passage so = next.so();
    if (next.callers().isEmpty()) {
      passages.add(new Passage(so.assumed(), so.visits(), so.required(), next.state(), rip));
      return;
    }
    Return to = next.callers().getLast();
    long place = to.routine().instructions().get(to.index()).address();
    List<Bool> required = with(so.required(), rip.is(Word.of(place, BITS)));
    follow(
        new At(
            to.routine(),
            to.index(),
            to.depth(),
            next.callers().subList(0, next.callers().size() - 1),
            next.state(),
            new Passage(so.assumed(), so.visits(), required, so.end(), so.rip())));
  }

  private static Passage assuming(Passage so, List<Bool> more) {
    List<Bool> assumed = new ArrayList<>(so.assumed());
    assumed.addAll(more);
    return new Passage(assumed, so.visits(), so.required(), so.end(), so.rip());
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }

  /// How far RSP sinks, where that is a constant; that it is right is required at each visit.
  private static long descent(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Push _, Instruction.Call _ -> WORD_BYTES;
      case Instruction.Pop _, Instruction.Ret _ -> -WORD_BYTES;
      case Instruction.Binary(
              Instruction.Binary.Operator operator,
              Operand.Reg(Register register, Width _),
              Operand.Imm(long value))
          when register == Register.RSP ->
          operator == Instruction.Binary.Operator.SUB ? value : -value;
      case Instruction _ -> 0;
    };
  }
}
