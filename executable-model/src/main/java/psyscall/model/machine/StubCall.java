package psyscall.model.machine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.Restart;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.stub.Stub;

/// A system call of a stub that is halted in the kernel: what the trap handler has saved, and what
/// becomes of it when the service is over.
///
/// Immutable but for a memory of answers: the same result is not walked through twice.
public final class StubCall {
  private static final int BITS = 64;

  /// More answers than this are not kept; only a call with many different results has so many.
  private static final int ANSWERS_MAX = 256;

  /// The registers with the arguments of a system call.
  private static final List<Register> ARGUMENTS =
      List.of(Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9);

  private final StubWalk walk;
  private final KernelRound round;
  private final RoundTrip.Trip trip;
  private final Map<Long, List<Long>> left = new HashMap<>();
  private final Map<Interrupted, Stop> signalled = new HashMap<>();

  /// What a program calls.
  ///
  /// @param stub which routine
  /// @param program where the routines are that it calls
  /// @param number the system call's number, where the stub is given one
  /// @param arguments the arguments; those that lack are 0
  /// @param memory words of 64 bits that the program has stored, by their addresses
  public record Request(
      Stub stub, Program program, long number, List<Long> arguments, SortedMap<Long, Long> memory) {
    /// Copies the collections.
    public Request {
      arguments = List.copyOf(arguments);
      memory = Collections.unmodifiableSortedMap(new TreeMap<>(memory));
    }
  }

  /// Where a call stands.
  public sealed interface Stop {}

  /// In the kernel.
  ///
  /// @param call the call, halted
  public record InKernel(StubCall call) implements Stop {}

  /// Back in the program.
  ///
  /// @param results in the order of the stub's signature, such as r1, r2, errno
  public record Returned(List<Long> results) implements Stop {
    /// Copies the results.
    public Returned {
      results = List.copyOf(results);
    }
  }

  private record Interrupted(long result, Restart.Signal signal) {}

  private StubCall(StubWalk walk, Placed syscall) {
    this.walk = walk;
    round = new KernelRound(StubWalk.PROCESSOR, syscall, walk.state());
    trip = round.served(0);
  }

  /// Calls a stub, and goes on to SYSCALL.
  ///
  /// @param request what is called
  /// @param vdso what a function of the vDSO returns, if the stub calls one
  /// @return in the kernel, or back if the stub made no system call
  public static Stop enter(Request request, long vdso) {
    ConcreteState user = ConcreteState.user(KernelRound.ENTRY);
    for (Map.Entry<Long, Long> word : request.memory().entrySet()) {
      user = user.stored(word.getKey(), word.getValue());
    }
    StubWalk walk =
        StubWalk.of(
            request.stub(),
            request.program(),
            user,
            request.number(),
            request.arguments(),
            true,
            new Unwatched(vdso));
    return stop(walk);
  }

  private static Stop stop(StubWalk walk) {
    Optional<Placed> halted = walk.toKernel();
    return halted.isPresent()
        ? new InKernel(new StubCall(walk, halted.get()))
        : new Returned(walk.results());
  }

  private record Unwatched(long result) implements StubWalk.Watcher {
    @Override
    public void passed(Operand place, long value) {}

    @Override
    public void took(Placed placed, ConcreteState before, ConcreteState after) {}

    @Override
    public void scheduler(String name) {}

    @Override
    public long vdso(long address, ConcreteState before) {
      return result;
    }
  }

  /// The number that the table is asked for.
  ///
  /// @return the number; empty if the table is too short for it
  public OptionalInt number() {
    Word rax = trip.frame().originalAx();
    return KernelRound.holds(KernelRound.dispatcher().isService(rax))
        ? OptionalInt.of((int) KernelRound.value(Dispatcher.number(rax)))
        : OptionalInt.empty();
  }

  /// An argument, as the service finds it in what was saved.
  ///
  /// @param position from 0 to 5
  /// @return 64 bits
  public long argument(int position) {
    return KernelRound.value(trip.frame().get(ARGUMENTS.get(position)));
  }

  /// A word of the user's memory.
  ///
  /// @param address where
  /// @return 64 bits
  public long word(long address) {
    return round.before().memory().load(address, BITS / Byte.SIZE);
  }

  /// The service is over, and no signal is pending.
  ///
  /// @param result what it puts into RAX; without a service "no such call" stays there
  /// @return what the stub gives back
  public List<Long> leave(long result) {
    if (left.size() >= ANSWERS_MAX) {
      left.clear();
    }
    return left.computeIfAbsent(result, this::returned);
  }

  private List<Long> returned(long result) {
    RoundTrip.Trip served = round.served(result);
    StubWalk rest = walk.copy();
    rest.back(round.back(served, served.frame()));
    if (rest.toKernel().isPresent()) {
      throw new IllegalStateException("stub with more than one system call");
    }
    return rest.results();
  }

  /// The service is over because a signal is pending.
  ///
  /// @param result what it puts into RAX, perhaps a restart code
  /// @param signal the signal
  /// @return back in the program, or in the kernel again
  public Stop interrupted(long result, Restart.Signal signal) {
    if (signalled.size() >= ANSWERS_MAX) {
      signalled.clear();
    }
    return signalled.computeIfAbsent(new Interrupted(result, signal), this::handled);
  }

  private Stop handled(Interrupted by) {
    Frame saved = trip.frame().with(Register.RAX, Word.of(by.result(), BITS));
    Frame after = Restart.after(saved, by.signal());
    long ax = KernelRound.value(after.get(Register.RAX));
    if (KernelRound.value(after.ip()) != round.syscall().address()) {
      return new Returned(leave(ax));
    }
    StubWalk restarted = walk.copy();
    restarted.again(round.back(trip, after));
    return stop(restarted);
  }
}
