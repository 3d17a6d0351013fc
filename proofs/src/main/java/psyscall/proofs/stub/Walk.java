package psyscall.proofs.stub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Effect.Place;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;

/// Follows a routine along each of its paths.
///
/// Routines that it calls are followed too, where they are known; what others do, Go's scheduler
/// and the vDSO among them, is left open as far as their conventions allow: they keep the registers
/// of the convention and what lies above their return address. A path ends where control leaves the
/// routine, or where a limit is reached.
public final class Walk {
  /// What is not followed.
  static final Set<String> OUTSIDE = Set.of("runtime.entersyscall", "runtime.exitsyscall");

  /// What never comes back, by the names of C.
  private static final Set<String> ENDINGS =
      Set.of("__stack_chk_fail", "abort", "__assert_fail", "__libc_fatal", "runtime.abort");

  private static final Set<Long> NEVER_BACK =
      SystemCalls.neverBack().stream()
          .map(Integer::longValue)
          .collect(Collectors.toUnmodifiableSet());

  private static final int BITS = 64;
  private static final int STEPS_MAX = 10_000;
  private static final int LENGTH_MAX = 500;
  private static final int CALLERS_MAX = 8;

  /// How often a path may go back, over all its loops.
  private static final int BACKS_MAX = 3;

  private final Program program;
  private final Meaning meaning;
  private final SymbolicState entry;
  private final Watcher watcher;
  private final List<Ending> endings = new ArrayList<>();
  private final Deque<At> open = new ArrayDeque<>();
  private int steps;

  /// Sees each instruction on each path.
  @FunctionalInterface
  public interface Watcher {
    /// Sees one.
    ///
    /// @param so the path up to it
    /// @param placed the instruction
    /// @param before the state before it
    /// @param effect what it changes
    /// @return how the path goes on
    Seen sees(Passage so, Placed placed, SymbolicState before, Effect effect);
  }

  /// How a path goes on behind an instruction.
  ///
  /// @param after the state behind it
  /// @param assumed what is assumed from there on
  public record Seen(SymbolicState after, List<Bool> assumed) {
    /// Copies the list.
    public Seen {
      assumed = List.copyOf(assumed);
    }
  }

  /// Where a callee comes back to.
  private record Return(Routine routine, int index) {}

  /// How much of its limits a path has used.
  private record Used(int length, int backs) {}

  /// Where a path is.
  private record At(
      Routine routine,
      int index,
      List<Return> callers,
      SymbolicState state,
      Passage so,
      Used used) {

    private At to(Routine where, int place, List<Return> from) {
      return new At(where, place, from, state, so, used);
    }

    private At with(SymbolicState changed, Passage path) {
      return new At(routine, index, callers, changed, path, used);
    }
  }

  private Walk(Program program, Meaning meaning, SymbolicState entry, Watcher watcher) {
    this.program = program;
    this.meaning = meaning;
    this.entry = entry;
    this.watcher = watcher;
  }

  /// The paths of a stub.
  ///
  /// @param program where callees are looked up
  /// @param routine the routine
  /// @param meaning what its instructions do
  /// @param entry the state at its entry
  /// @return each way to its return
  /// @throws IllegalStateException if a path ends otherwise
  static List<Passage> of(Program program, Routine routine, Meaning meaning, SymbolicState entry) {
    List<Passage> passages = new ArrayList<>();
    for (Ending ending : endings(program, routine, meaning, entry, Walk::plain)) {
      if (!(ending instanceof Ending.Returns(Passage passage))) {
        throw new IllegalStateException(
            "stub that does not return: name=%s, ending=%s"
                .formatted(routine.name(), ending.getClass().getSimpleName()));
      }
      passages.add(passage);
    }
    return List.copyOf(passages);
  }

  private static Seen plain(Passage so, Placed placed, SymbolicState before, Effect effect) {
    return new Seen(before.after(effect), List.of());
  }

  /// All paths of a routine.
  ///
  /// @param program where callees are looked up
  /// @param routine the routine
  /// @param meaning what its instructions do
  /// @param entry the state at its entry
  /// @param watcher sees each instruction
  /// @return how each path ends
  public static List<Ending> endings(
      Program program, Routine routine, Meaning meaning, SymbolicState entry, Watcher watcher) {
    Walk walk = new Walk(program, meaning, entry, watcher);
    Passage nothing = new Passage(List.of(), List.of(), List.of(), entry, Word.of(0, BITS));
    walk.open.push(new At(routine, 0, List.of(), entry, nothing, new Used(0, 0)));
    while (!walk.open.isEmpty()) {
      walk.step(walk.open.pop());
    }
    return List.copyOf(walk.endings);
  }

  private void step(At at) {
    steps++;
    List<Placed> code = at.routine().instructions();
    if (at.index() == code.size()) {
      pastTheEnd(at, code.getLast());
      return;
    }
    Placed placed = code.get(at.index());
    if (steps > STEPS_MAX || at.used().length() > LENGTH_MAX || at.used().backs() > BACKS_MAX) {
      endings.add(
          new Ending.Open(
              at.so(),
              placed,
              at.used().backs() > BACKS_MAX ? "loop, unrolled " + BACKS_MAX : "too many steps"));
      return;
    }
    Effect effect = meaning.of(placed, at.state());
    Passage known = at.so().assuming(effect.assumed());
    Seen seen = watcher.sees(known, placed, at.state(), effect);
    SymbolicState after = seen.after();
    Passage so = known.assuming(seen.assumed());
    Used used = new Used(at.used().length() + 1, at.used().backs());
    // The first exit is followed first, with all that it leads to.
    for (Effect.Exit exit : effect.exits().reversed()) {
      boolean isChoice = effect.exits().size() > 1;
      Passage on = isChoice ? so.assuming(List.of(exit.condition())) : so;
      At next = new At(at.routine(), at.index() + 1, at.callers(), after, on, used);
      leave(at, placed, exit.place(), next, isChoice);
    }
  }

  /// Only what never comes back is called at a routine's end.
  private void pastTheEnd(At at, Placed last) {
    endings.add(
        last.instruction() instanceof Instruction.Call
            ? new Ending.Stops(at.so())
            : new Ending.Open(at.so(), last, "runs past its end"));
  }

  private void leave(At at, Placed placed, Place place, At next, boolean isChoice) {
    switch (place) {
      case Place.Next() -> next(at, placed, next);
      case Place.At(Target target) -> jump(at, placed, target, next);
      case Place.Computed(Word rip) -> {
        switch (placed.instruction()) {
          case Instruction.Call _ ->
              open.push(
                  outside(at, StackTerms.mentions(rip.term(), "vdso") ? "vdso" : "call", next));
          case Instruction.Ret _ -> back(rip, next);
          case Instruction _ -> endings.add(new Ending.Open(next.so(), placed, "computed jump"));
        }
      }
      case Place.Fault(Effect.Exception exception) ->
          endings.add(
              isChoice
                  ? new Ending.Faults(next.so(), placed, exception)
                  : new Ending.Stops(next.so()));
      case Place.LateFault(Effect.Exception exception, Word _) ->
          endings.add(new Ending.Faults(next.so(), placed, exception));
    }
  }

  private void next(At at, Placed placed, At next) {
    if (!(placed.instruction() instanceof Instruction.Syscall)) {
      open.push(next);
      return;
    }
    Passage so = next.so().visiting(new Visit("SYSCALL", at.state(), next.state()));
    OptionalLong number = StackTerms.constant(at.state().get(Register.RAX).term());
    if (number.isPresent() && NEVER_BACK.contains(number.getAsLong())) {
      endings.add(new Ending.Stops(so));
    } else {
      open.push(next.with(next.state(), so));
    }
  }

  private void jump(At at, Placed placed, Target target, At next) {
    boolean isCall = placed.instruction() instanceof Instruction.Call;
    switch (target) {
      case Target.Inside(int index) when !isCall -> {
        int backs = next.used().backs() + (index <= at.index() ? 1 : 0);
        Used used = new Used(next.used().length(), backs);
        open.push(new At(next.routine(), index, next.callers(), next.state(), next.so(), used));
      }
      case Target.Inside(int index) -> call(at, placed, at.routine(), index, next);
      case Target.Symbol(String name) -> symbol(at, placed, name, next);
      case Target.Absolute(long address) ->
          symbol(at, placed, "0x" + Long.toHexString(address), next);
      case Target.Indirect _ -> endings.add(new Ending.Open(next.so(), placed, "computed jump"));
    }
  }

  private void symbol(At at, Placed placed, String name, At next) {
    Optional<Routine> callee = OUTSIDE.contains(name) ? Optional.empty() : program.named(name);
    if (ENDINGS.contains(name)) {
      endings.add(new Ending.Stops(next.so()));
    } else if (placed.instruction() instanceof Instruction.Call) {
      if (callee.isPresent()) {
        call(at, placed, callee.get(), 0, next);
      } else {
        open.push(outside(at, name, next));
      }
    } else if (at.callers().isEmpty()) {
      endings.add(new Ending.Leaves(next.so().at(next.state(), Word.of(0, BITS)), name));
    } else if (callee.isPresent()) {
      open.push(next.to(callee.get(), 0, next.callers()));
    } else {
      endings.add(new Ending.Open(next.so(), placed, "jump from a callee"));
    }
  }

  private void call(At at, Placed placed, Routine callee, int index, At next) {
    if (at.callers().size() == CALLERS_MAX) {
      endings.add(new Ending.Open(next.so(), placed, "too many callers"));
      return;
    }
    List<Return> callers = Passage.with(at.callers(), new Return(at.routine(), at.index() + 1));
    open.push(next.to(callee, index, callers));
  }

  private At outside(At at, String what, At next) {
    SymbolicState before = at.state();
    String prefix = what + "." + at.so().visits().size() + ".";
    Convention convention = what.equals("vdso") ? Convention.C : at.routine().convention();
    OpenCall call = OpenCall.of(prefix, convention, entry, before);
    Passage so = next.so().assuming(call.same()).visiting(new Visit(what, before, call.after()));
    return new At(at.routine(), at.index() + 1, at.callers(), call.after(), so, next.used());
  }

  private void back(Word rip, At next) {
    if (next.callers().isEmpty()) {
      endings.add(new Ending.Returns(next.so().at(next.state(), rip)));
      return;
    }
    Return to = next.callers().getLast();
    List<Placed> code = to.routine().instructions();
    Placed call = code.get(to.index() - 1);
    Passage so = next.so().requiring(rip.is(Word.of(call.end(), BITS)));
    List<Return> callers = next.callers().subList(0, next.callers().size() - 1);
    open.push(next.with(next.state(), so).to(to.routine(), to.index(), callers));
  }
}
