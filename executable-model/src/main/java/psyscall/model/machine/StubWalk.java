package psyscall.model.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.X86;
import psyscall.spec.stub.Signature;
import psyscall.spec.stub.Stub;

/// Walks through a stub, instruction by instruction, and halts before each SYSCALL.
///
/// The scheduler's procedures and functions of the vDSO are one step each.
final class StubWalk {
  static final X86 PROCESSOR = new X86(X86.Vendor.INTEL);

  /// Where the kernel maps its functions; nothing depends on it.
  static final long VDSO_TEXT = 0x7ffff7fc1000L;

  private static final long STACK = 0xc000100000L;
  private static final long PROGRAM_TEXT = 0x480000L;
  private static final long SYMBOLS = 0x520000L;
  private static final Processor CPU = Processor.of(PROCESSOR);

  private final Stub stub;
  private final Program program;
  private final Watcher watcher;
  private final Deque<Position> callers;
  private ConcreteState state;
  private Optional<Position> position;

  /// Is told of each step, and answers for what is not walked through.
  interface Watcher {
    /// An argument, or the number, lies at its place.
    void passed(Operand place, long value);

    /// An instruction was taken; not told of SYSCALL.
    void took(Placed placed, ConcreteState before, ConcreteState after);

    /// A procedure of the scheduler was called.
    void scheduler(String name);

    /// A function of the vDSO, or of the vsyscall page, is called.
    ///
    /// @return what it returns
    long vdso(long address, ConcreteState before);
  }

  /// An instruction of a routine.
  private record Position(Routine routine, int index) {
    Placed placed() {
      return routine.instructions().get(index);
    }

    Position at(int other) {
      return new Position(routine, other);
    }
  }

  private StubWalk(
      Stub stub,
      Program program,
      Watcher watcher,
      Deque<Position> callers,
      ConcreteState state,
      Optional<Position> position) {
    this.stub = stub;
    this.program = program;
    this.watcher = watcher;
    this.callers = callers;
    this.state = state;
    this.position = position;
  }

  /// A walk at the entry of a stub.
  ///
  /// @param program where the routines are that it calls
  /// @param user the state of the program, with the memory that the call is about
  /// @param number the system call's number, where the stub is given one
  /// @param arguments the arguments; those that lack are 0
  /// @param hasVdso whether the kernel has mapped its functions
  static StubWalk of(
      Stub stub,
      Program program,
      ConcreteState user,
      long number,
      List<Long> arguments,
      boolean hasVdso,
      Watcher watcher) {
    ConcreteState ready = user.with(Register.RSP, STACK).stored(STACK, PROGRAM_TEXT);
    if (stub.vdso().isPresent()) {
      Stub.VdsoCall vdso = stub.vdso().get();
      ready =
          ready
              .symbol(vdso.symbol(), SYMBOLS)
              .stored(SYMBOLS, hasVdso ? VDSO_TEXT : vdso.ifAbsent());
    }
    Signature signature = stub.signature();
    ready = pass(ready, signature.number(), number, watcher);
    for (int at = 0; at < signature.arguments().size(); at++) {
      long value = at < arguments.size() ? arguments.get(at) : 0;
      ready = pass(ready, signature.arguments().get(at), value, watcher);
    }
    Optional<Position> entry = Optional.of(new Position(stub.routine(), 0));
    return new StubWalk(stub, program, watcher, new ArrayDeque<>(), ready, entry);
  }

  private static ConcreteState pass(
      ConcreteState before, Operand place, long value, Watcher watcher) {
    return switch (place) {
      case Operand.Reg(Register register, _) -> {
        watcher.passed(place, value);
        yield before.with(register, value);
      }
      case Operand.Mem(Address address, Width width) -> {
        watcher.passed(place, value);
        yield before.with(before.memory().store(before.place(address), width.bytes(), value));
      }
      case Operand.Imm _, Operand.SymbolAddress _ -> before;
    };
  }

  /// The same walk once more, from where it is.
  StubWalk copy() {
    return new StubWalk(stub, program, watcher, new ArrayDeque<>(callers), state, position);
  }

  ConcreteState state() {
    return state;
  }

  /// Goes on to the next SYSCALL, or to the end.
  ///
  /// @return the instruction it halts before; empty at the end
  Optional<Placed> toKernel() {
    while (position.isPresent()) {
      Placed placed = position.get().placed();
      if (placed.instruction() instanceof Instruction.Syscall) {
        return Optional.of(placed);
      }
      step(position.get());
    }
    return Optional.empty();
  }

  /// The kernel has gone back to SYSCALL itself.
  ///
  /// @param user the state there
  void again(ConcreteState user) {
    state = user;
  }

  /// The kernel is back.
  ///
  /// @param user the state at the instruction behind SYSCALL
  void back(ConcreteState user) {
    state = user;
    position = position.map(here -> here.at(here.index() + 1));
  }

  private void step(Position here) {
    Placed placed = here.placed();
    ConcreteState before = state;
    Processor.Taken taken = CPU.take(placed, before);
    state = taken.state();
    watcher.took(placed, before, state);
    position = follow(here, taken);
  }

  private Optional<Position> follow(Position here, Processor.Taken taken) {
    Position next = here.at(here.index() + 1);
    return switch (taken.place()) {
      case Effect.Place.Next _ -> Optional.of(next);
      case Effect.Place.At(Target.Inside(int index)) -> Optional.of(here.at(index));
      case Effect.Place.At(Target.Symbol(String name)) -> Optional.of(call(name, next));
      case Effect.Place.Computed _ when here.placed().instruction() instanceof Instruction.Ret ->
          callers.isEmpty() ? Optional.empty() : Optional.of(callers.pop());
      case Effect.Place.Computed(Word _) -> {
        returned();
        state = state.with(Register.RAX, watcher.vdso(taken.rip(), state));
        yield Optional.of(next);
      }
      case Effect.Place.At _, Effect.Place.Fault _, Effect.Place.LateFault _ ->
          throw new IllegalStateException("stub that leaves its text: at=" + here.placed());
    };
  }

  private Position call(String name, Position next) {
    Optional<Routine> callee = program.named(name);
    if (callee.isEmpty()) {
      watcher.scheduler(name);
      returned();
      return next;
    }
    callers.push(next);
    return new Position(callee.get(), 0);
  }

  private void returned() {
    state = state.with(Register.RSP, state.value(Register.RSP) + Width.QUAD.bytes());
  }

  /// The results, at the end of the walk.
  ///
  /// @return in the order of the signature; one of 32 bits is a signed number
  List<Long> results() {
    ConcreteState entered = state.with(Register.RSP, STACK);
    List<Long> values = new ArrayList<>();
    for (Operand place : stub.signature().results().places()) {
      values.add(value(place, entered));
    }
    return values;
  }

  private static long value(Operand place, ConcreteState state) {
    return switch (place) {
      case Operand.Reg(Register register, _) -> state.value(register);
      case Operand.Mem(Address address, Width width) -> {
        long word = state.memory().load(state.place(address), width.bytes());
        yield width == Width.DOUBLE ? (int) word : word;
      }
      case Operand.Imm(long value) -> value;
      case Operand.SymbolAddress _ -> throw new IllegalStateException("result at no place");
    };
  }
}
