package psyscall.model.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.interpret.ClosedTerms;
import psyscall.model.machine.TraceLine.Mode;
import psyscall.model.machine.TraceLine.Stage;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Listing;
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

/// Steps one system call of a stub: each instruction of the stub, and the kernel's stages.
///
/// The scheduler's procedures and functions of the vDSO are one line each; the service is what it
/// returns.
public final class CallTrace {
  private static final long STACK = 0xc000100000L;
  private static final long PROGRAM_TEXT = 0x480000L;
  private static final long SYMBOLS = 0x520000L;
  private static final long VDSO_TEXT = 0x7ffff7fc1000L;
  private static final X86 PROCESSOR = new X86(X86.Vendor.INTEL);

  private final Stub stub;
  private final Program program;
  private final Request request;
  private final Processor processor = Processor.of(PROCESSOR);
  private final List<TraceLine> lines = new ArrayList<>();
  private final Deque<Position> callers = new ArrayDeque<>();
  private ConcreteState state;
  private Optional<Position> position;

  /// What is called, and what comes of it.
  ///
  /// @param number the system call's number, where the stub is given one
  /// @param arguments the arguments; those that lack are 0
  /// @param result what the service, or the function of the vDSO, returns
  /// @param hasVdso whether the kernel has mapped its functions
  public record Request(long number, List<Long> arguments, long result, boolean hasVdso) {
    /// Copies the arguments.
    public Request {
      arguments = List.copyOf(arguments);
    }
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

  private CallTrace(Stub stub, Program program, Request request) {
    this.stub = stub;
    this.program = program;
    this.request = request;
    this.position = Optional.of(new Position(stub.routine(), 0));
    this.state = start();
  }

  /// Steps a call.
  ///
  /// @param stub which stub
  /// @param program where the routines are that it calls
  /// @param request what is called
  /// @return the lines, from the program's call to its results
  public static List<TraceLine> of(Stub stub, Program program, Request request) {
    CallTrace trace = new CallTrace(stub, program, request);
    while (trace.position.isPresent()) {
      trace.step(trace.position.get());
    }
    trace.ends();
    return List.copyOf(trace.lines);
  }

  private ConcreteState start() {
    ConcreteState user = ConcreteState.user(KernelStages.ENTRY).with(Register.RSP, STACK);
    ConcreteState ready = user.stored(STACK, PROGRAM_TEXT);
    if (stub.vdso().isPresent()) {
      Stub.VdsoCall vdso = stub.vdso().get();
      ready =
          ready
              .symbol(vdso.symbol(), SYMBOLS)
              .stored(SYMBOLS, request.hasVdso() ? VDSO_TEXT : vdso.ifAbsent());
    }
    List<String> passed = new ArrayList<>();
    Signature signature = stub.signature();
    ready = pass(ready, signature.number(), request.number(), passed);
    for (int at = 0; at < signature.arguments().size(); at++) {
      long value = at < request.arguments().size() ? request.arguments().get(at) : 0;
      ready = pass(ready, signature.arguments().get(at), value, passed);
    }
    add(Stage.PROGRAM, Mode.USER, "calls " + stub.routine().name(), passed);
    return ready;
  }

  private static ConcreteState pass(
      ConcreteState before, Operand place, long value, List<String> passed) {
    return switch (place) {
      case Operand.Reg(Register register, _) -> {
        passed.add(register.plan9() + "=" + Changes.number(value));
        yield before.with(register, value);
      }
      case Operand.Mem(Address address, Width width) -> {
        passed.add(Changes.stored(address, value));
        yield before.with(before.memory().store(before.place(address), width.bytes(), value));
      }
      case Operand.Imm _, Operand.SymbolAddress _ -> before;
    };
  }

  private void step(Position here) {
    Placed placed = here.placed();
    ConcreteState before = state;
    Processor.Taken taken = processor.take(placed, before);
    List<String> changes = new ArrayList<>(Changes.between(before, taken.state()));
    for (Effect.Write write : PROCESSOR.of(placed, before).writes()) {
      long value = ClosedTerms.scalar(write.word().term(), Map.of());
      changes.add(Changes.stored(write.address(), value));
    }
    add(Stage.STUB, Mode.USER, Listing.of(placed.instruction()), changes);
    state = taken.state();
    if (placed.instruction() instanceof Instruction.Syscall) {
      KernelStages kernel = new KernelStages(lines, PROCESSOR);
      state = kernel.serve(placed, before, request.result());
      position = Optional.of(here.at(here.index() + 1));
    } else {
      position = follow(here, taken);
    }
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
        vdso(taken.rip());
        yield Optional.of(next);
      }
      case Effect.Place.At _, Effect.Place.Fault _, Effect.Place.LateFault _ ->
          throw new IllegalStateException("stub that leaves its text: at=" + here.placed());
    };
  }

  private Position call(String name, Position next) {
    Optional<Routine> callee = program.named(name);
    if (callee.isEmpty()) {
      String does = name.endsWith("exitsyscall") ? "comes back with a P" : "gives its P away";
      add(Stage.SCHEDULER, Mode.USER, does + ": " + name, List.of());
      returned();
      return next;
    }
    callers.push(next);
    return new Position(callee.get(), 0);
  }

  /// A function of the vDSO, or of the vsyscall page: the C convention, and no instruction shown.
  private void vdso(long address) {
    returned();
    ConcreteState before = state;
    state = state.with(Register.RAX, request.result());
    String where = address == VDSO_TEXT ? "vDSO" : "vsyscall page";
    add(
        Stage.VDSO,
        Mode.USER,
        "a function of the " + where + " at " + Changes.number(address),
        Changes.between(before, state));
  }

  private void returned() {
    state = state.with(Register.RSP, state.value(Register.RSP) + Width.QUAD.bytes());
  }

  private void ends() {
    ConcreteState entered = state.with(Register.RSP, STACK);
    List<String> values = new ArrayList<>();
    Signature.Results results = stub.signature().results();
    List<Operand> places = results.places();
    for (int at = 0; at < places.size(); at++) {
      String name = names(results).get(at);
      values.add(name + "=" + Changes.number(value(places.get(at), entered)));
    }
    add(Stage.PROGRAM, Mode.USER, "has its results", values);
  }

  private static List<String> names(Signature.Results results) {
    return switch (results) {
      case Signature.Results.Triple _ -> List.of("r1", "r2", "errno");
      case Signature.Results.Pair _ -> List.of("r1", "errno");
      case Signature.Results.Unchecked _ -> List.of("r1", "r2");
      case Signature.Results.Errno _ -> List.of("errno");
      case Signature.Results.MinusOne _, Signature.Results.Low _ -> List.of("ret");
    };
  }

  /// A result; one of 32 bits is a signed number.
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

  private void add(Stage stage, Mode mode, String text, List<String> changes) {
    lines.add(new TraceLine(stage, mode, text, changes));
  }
}
