package psyscall.model.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.machine.TraceLine.Mode;
import psyscall.model.machine.TraceLine.Stage;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Listing;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.stub.Signature;
import psyscall.spec.stub.Stub;

/// Steps one system call of a stub: each instruction of the stub, and the kernel's stages.
///
/// The scheduler's procedures and functions of the vDSO are one line each; the service is what it
/// returns.
public final class CallTrace {
  private final Request request;
  private final List<TraceLine> lines = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();

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

  private CallTrace(Request request) {
    this.request = request;
  }

  /// Steps a call.
  ///
  /// @param stub which stub
  /// @param program where the routines are that it calls
  /// @param request what is called
  /// @return the lines, from the program's call to its results
  public static List<TraceLine> of(Stub stub, Program program, Request request) {
    return new CallTrace(request).lines(stub, program);
  }

  private List<TraceLine> lines(Stub stub, Program program) {
    StubWalk walk =
        StubWalk.of(
            stub,
            program,
            ConcreteState.user(KernelRound.ENTRY),
            request.number(),
            request.arguments(),
            request.hasVdso(),
            new Lines());
    add(Stage.PROGRAM, "calls " + stub.routine().name(), passed);
    Optional<Placed> halted = walk.toKernel();
    while (halted.isPresent()) {
      ConcreteState before = walk.state();
      Processor processor = Processor.of(StubWalk.PROCESSOR);
      instruction(halted.get(), before, processor.take(halted.get(), before).state());
      KernelStages kernel = new KernelStages(lines, StubWalk.PROCESSOR);
      walk.back(kernel.serve(halted.get(), before, request.result()));
      halted = walk.toKernel();
    }
    ends(stub.signature().results(), walk.results());
    return List.copyOf(lines);
  }

  /// Makes a line of what happens in user mode.
  private final class Lines implements StubWalk.Watcher {
    @Override
    public void passed(Operand place, long value) {
      switch (place) {
        case Operand.Reg(Register register, _) ->
            passed.add(register.plan9() + "=" + Changes.number(value));
        case Operand.Mem(Address address, Width _) -> passed.add(Changes.stored(address, value));
        case Operand.Imm _, Operand.SymbolAddress _ -> {}
      }
    }

    @Override
    public void took(Placed placed, ConcreteState before, ConcreteState after) {
      instruction(placed, before, after);
    }

    @Override
    public void scheduler(String name) {
      String does = name.endsWith("exitsyscall") ? "comes back with a P" : "gives its P away";
      add(Stage.SCHEDULER, does + ": " + name, List.of());
    }

    /// The C convention, and no instruction shown.
    @Override
    public long vdso(long address, ConcreteState before) {
      String where = address == StubWalk.VDSO_TEXT ? "vDSO" : "vsyscall page";
      add(
          Stage.VDSO,
          "a function of the " + where + " at " + Changes.number(address),
          Changes.between(before, before.with(Register.RAX, request.result())));
      return request.result();
    }
  }

  private void instruction(Placed placed, ConcreteState before, ConcreteState after) {
    List<String> changes = new ArrayList<>(Changes.between(before, after));
    for (Effect.Write write : StubWalk.PROCESSOR.of(placed, before).writes()) {
      long value = ClosedTerms.scalar(write.word().term(), Map.of());
      changes.add(Changes.stored(write.address(), value));
    }
    add(Stage.STUB, Listing.of(placed.instruction()), changes);
  }

  private void ends(Signature.Results results, List<Long> values) {
    List<String> named = new ArrayList<>();
    for (int at = 0; at < values.size(); at++) {
      named.add(names(results).get(at) + "=" + Changes.number(values.get(at)));
    }
    add(Stage.PROGRAM, "has its results", named);
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

  private void add(Stage stage, String text, List<String> changes) {
    lines.add(new TraceLine(stage, Mode.USER, text, changes));
  }
}
