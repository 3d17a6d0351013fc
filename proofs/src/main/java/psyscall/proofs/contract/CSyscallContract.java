package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Ending;
import psyscall.proofs.stub.Passage;
import psyscall.proofs.stub.Visit;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// What C's `long syscall(long number, ...)` owes, beside what every routine does.
final class CSyscallContract {
  private static final int BITS = 64;
  private static final int WORD_BYTES = 8;

  /// Where a caller in C has the number, and what follows it.
  private static final List<Register> GIVEN =
      List.of(Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9);

  /// Where the kernel looks for them.
  private static final List<Register> TAKEN =
      List.of(
          Register.RAX,
          Register.RDI,
          Register.RSI,
          Register.RDX,
          Register.R10,
          Register.R8,
          Register.R9);

  private CSyscallContract() {}

  static List<Part> parts(Paths paths) {
    List<Claim> arguments = new ArrayList<>();
    List<Claim> results = new ArrayList<>();
    List<Claim> stored = new ArrayList<>();
    for (Ending ending : paths.endings()) {
      if (ending instanceof Ending.Returns(Passage passage)) {
        Optional<Visit> kernel = passage.lastKernel();
        String name = "path-" + (results.size() + 1);
        arguments.add(
            claim(name, paths, passage, kernel.map(visit -> places(paths.entry(), visit))));
        results.add(claim(name, paths, passage, kernel.map(visit -> maps(passage, visit))));
        stored.add(claim(name, paths, passage, kernel.map(visit -> stores(paths, passage, visit))));
      }
    }
    List<Part> parts = new ArrayList<>(BareContract.parts(paths));
    parts.add(
        new Part(
            "arguments", "number and arguments reach RAX, RDI, RSI, RDX, R10, R8, R9", arguments));
    parts.add(new Part("results", "it returns -1 iff the result is at least -4095", results));
    parts.add(new Part("errno", "errno is stored iff the result is at least -4095", stored));
    return parts;
  }

  private static Claim claim(String name, Paths paths, Passage passage, Optional<Bool> condition) {
    return new Claim(
        name, passage.assumed(), condition.orElse(Bool.FALSE), paths.inAndOut(passage));
  }

  private static Bool places(SymbolicState entry, Visit kernel) {
    List<Bool> all = new ArrayList<>();
    for (int at = 0; at < TAKEN.size(); at++) {
      Word given =
          at < GIVEN.size()
              ? entry.get(GIVEN.get(at))
              : entry
                  .memory()
                  .load(entry.get(Register.RSP).plus(Word.of(WORD_BYTES, BITS)), WORD_BYTES);
      all.add(kernel.before().get(TAKEN.get(at)).is(given));
    }
    return Paths.all(all);
  }

  private static Bool maps(Passage passage, Visit kernel) {
    Word ax = kernel.after().get(Register.RAX);
    Word result = ResultMapping.LINUX.isError(ax).choose(Word.bits(BITS), Word.of(-1, BITS), ax);
    return passage.end().get(Register.RAX).is(result);
  }

  /// On an error a word of 32 bits, the negated result, is stored outside the routine's frame; on
  /// success nothing is.
  private static Bool stores(Paths paths, Passage passage, Visit kernel) {
    Word ax = kernel.after().get(Register.RAX);
    Word errno = ResultMapping.errno(ax).extract(0, Width.DOUBLE.bits());
    List<Word> stored = new ArrayList<>();
    Term memory = passage.end().memory().term();
    while (memory instanceof WordTerm.Store(Term before, Term address, Term word)) {
      if (paths.isElsewhere(address)) {
        stored.add(new Word(word));
      }
      memory = before;
    }
    Bool error = ResultMapping.LINUX.isError(ax);
    if (stored.isEmpty()) {
      return error.not();
    }
    List<Bool> all = new ArrayList<>(List.of(error));
    for (Word word : stored) {
      all.add(word.width() == errno.width() ? word.is(errno) : Bool.FALSE);
    }
    return Paths.all(all);
  }
}
