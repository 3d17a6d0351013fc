package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Operands;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.stub.Signature;
import psyscall.spec.stub.Signature.Results;
import psyscall.spec.stub.Stub;

/// What a path of a stub owes its caller, by its signature and its convention.
///
/// @param stub the stub
/// @param entry the state at its entry
/// @param passage the path
public record Contract(Stub stub, SymbolicState entry, Passage passage) {
  private static final int BITS = 64;
  private static final int WORD_BYTES = 8;

  /// How far below the entry's RSP a stub may write, in bytes.
  private static final int BELOW = 256;

  private static final List<Register> ARGUMENTS =
      List.of(Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9);

  /// Number and arguments are where the kernel looks for them.
  ///
  /// @return the condition
  public Bool placesArguments() {
    Signature signature = stub.signature();
    Visit kernel = passage.kernel();
    List<Bool> all = new ArrayList<>();
    if (kernel.what().equals("SYSCALL")) {
      Word number = Entry.read(signature.number(), entry);
      all.add(kernel.before().get(Register.RAX).is(number));
    }
    for (int at = 0; at < signature.arguments().size(); at++) {
      Word argument = Entry.read(signature.arguments().get(at), entry);
      all.add(kernel.before().get(ARGUMENTS.get(at)).is(argument));
    }
    return Claims.all(all);
  }

  /// The kernel's result and second result are mapped as the signature says.
  ///
  /// @return the condition
  public Bool mapsResults() {
    return mapped(passage.end(), ResultMapping.GO);
  }

  /// The results are in the caller's frame when `exitsyscall` is called; nothing is claimed where
  /// it is not called, or where the results are in registers.
  ///
  /// @return the condition, if it is claimed
  public Optional<Bool> storesBeforeExit() {
    boolean onStack = stub.routine().convention() == Convention.GO_STACK;
    return passage.visits().stream()
        .filter(visit -> onStack && visit.what().equals("runtime.exitsyscall"))
        .findFirst()
        .map(visit -> mapped(visit.before(), ResultMapping.GO));
  }

  /// Whether an error is reported, where the stub tells.
  ///
  /// @return the condition, if it tells
  public Optional<Bool> reportsError() {
    return switch (stub.signature().results()) {
      case Results.Triple(Operand _, Operand _, Operand errno) -> Optional.of(isSet(errno));
      case Results.Pair(Operand _, Operand errno) -> Optional.of(isSet(errno));
      case Results.Errno(Operand errno) -> Optional.of(isSet(errno));
      case Results.Unchecked _, Results.MinusOne _, Results.Low _ -> Optional.empty();
    };
  }

  private Bool isSet(Operand errno) {
    return result(errno, passage.end()).is(Word.of(0, BITS)).not();
  }

  private Bool mapped(SymbolicState state, ResultMapping mapping) {
    Word ax = passage.kernel().after().get(Register.RAX);
    Word dx = passage.kernel().after().get(Register.RDX);
    Word zero = Word.of(0, BITS);
    Word ones = Word.of(-1, BITS);
    Bool error = mapping.isError(ax);
    Word errno = error.choose(Word.bits(BITS), ResultMapping.errno(ax), zero);
    Word first = error.choose(Word.bits(BITS), ones, ax);
    Word second = error.choose(Word.bits(BITS), zero, dx);
    return switch (stub.signature().results()) {
      case Results.Triple(Operand r1, Operand r2, Operand number) ->
          Bool.all(
              result(r1, state).is(first),
              result(r2, state).is(second),
              result(number, state).is(errno));
      case Results.Pair(Operand r1, Operand number) ->
          Bool.all(result(r1, state).is(first), result(number, state).is(errno));
      case Results.Unchecked(Operand r1, Operand r2) ->
          Bool.all(result(r1, state).is(ax), result(r2, state).is(dx));
      case Results.Errno(Operand number) -> result(number, state).is(errno);
      case Results.MinusOne(Operand result) -> result(result, state).is(low(first));
      case Results.Low(Operand result) -> result(result, state).is(low(ax));
    };
  }

  private static Word low(Word word) {
    return word.extract(0, Width.DOUBLE.bits()).zeroExtend(BITS);
  }

  /// The value of a result's place; places on the stack are named by RSP at the entry.
  private Word result(Operand operand, SymbolicState state) {
    return operand instanceof Operand.Mem(Address address, Width width)
        ? state.memory().load(Operands.linear(address, entry), width.bytes()).zeroExtend(BITS)
        : Entry.read(operand, state);
  }

  /// Stack pointer, frame pointer, return address, and in the register convention the goroutine's
  /// register are kept; where the scheduler is not called, no byte but those of the results and of
  /// the stub's own frame is written.
  ///
  /// @return the condition
  public Bool keeps() {
    SymbolicState end = passage.end();
    Word top = entry.get(Register.RSP);
    Word back = entry.memory().load(top, WORD_BYTES);
    List<Bool> all = new ArrayList<>(passage.required());
    all.add(end.get(Register.RSP).is(top.plus(Word.of(WORD_BYTES, BITS))));
    all.add(end.get(Register.RBP).is(entry.get(Register.RBP)));
    all.add(passage.rip().is(back));
    if (stub.routine().convention() == Convention.GO_REGISTERS) {
      all.add(end.get(Register.R14).is(entry.get(Register.R14)));
    }
    if (callsOnlyTheKernel()) {
      all.add(writesNothingElse());
    }
    return Claims.all(all);
  }

  /// Whether nothing else is called: not the scheduler, whose writes are not known here, and not
  /// the vDSO.
  boolean callsOnlyTheKernel() {
    return passage.visits().stream().allMatch(visit -> visit.what().equals("SYSCALL"));
  }

  /// Told of a place by its distance from the entry's RSP: so are the places that are written, and
  /// what they have in common falls away.
  private Bool writesNothingElse() {
    Word top = entry.get(Register.RSP);
    Word any = top.plus(Entry.unknown("distance", BITS));
    List<Bool> apart = new ArrayList<>();
    apart.add(isApart(any, top.minus(Word.of(BELOW, BITS)), BELOW + WORD_BYTES));
    for (Operand place : places()) {
      if (place instanceof Operand.Mem(Address address, Width width)) {
        apart.add(isApart(any, Operands.linear(address, entry), width.bytes()));
      }
    }
    Bool same = passage.end().memory().load(any, 1).is(entry.memory().load(any, 1));
    return Claims.all(apart).implies(same);
  }

  private List<Operand> places() {
    return switch (stub.signature().results()) {
      case Results.Triple(Operand r1, Operand r2, Operand errno) -> List.of(r1, r2, errno);
      case Results.Pair(Operand r1, Operand errno) -> List.of(r1, errno);
      case Results.Unchecked(Operand r1, Operand r2) -> List.of(r1, r2);
      case Results.Errno(Operand errno) -> List.of(errno);
      case Results.MinusOne(Operand result) -> List.of(result);
      case Results.Low(Operand result) -> List.of(result);
    };
  }

  private static Bool isApart(Word address, Word low, long bytes) {
    return address.minus(low).below(Word.of(bytes, BITS)).not();
  }
}
