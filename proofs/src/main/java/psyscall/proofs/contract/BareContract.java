package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Claims.Shown;
import psyscall.proofs.stub.Ending;
import psyscall.proofs.stub.Passage;
import psyscall.proofs.stub.Visit;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.SymbolicState;

/// What every routine with SYSCALL owes.
final class BareContract {
  private static final int BITS = 64;
  private static final int WORD_BYTES = 8;

  private BareContract() {}

  static List<Part> parts(Paths paths) {
    return List.of(reads(paths), number(paths), kept(paths));
  }

  static Part reads(Paths paths) {
    return new Part(
        "clobbers",
        "RCX and R11 are not read after SYSCALL before they are written",
        paths.reads());
  }

  /// RAX is written before SYSCALL; in the convention of registers it may be an argument.
  static Part number(Paths paths) {
    List<Claim> claims = new ArrayList<>();
    boolean isArgument = paths.routine().convention() == Convention.GO_REGISTERS;
    for (Ending ending : paths.endings()) {
      Passage passage = ending.passage();
      Word unwritten = paths.entry().get(Register.RAX);
      boolean isFirst = true;
      for (Visit visit : passage.visits()) {
        if (visit.what().equals("SYSCALL")) {
          boolean isWritten =
              (isFirst && isArgument) || !visit.before().get(Register.RAX).equals(unwritten);
          List<Shown> shown = new ArrayList<>(paths.in());
          shown.add(new Shown("at-syscall RAX", visit.before().get(Register.RAX)));
          claims.add(
              new Claim(
                  "path-" + (claims.size() + 1), passage.assumed(), Bool.of(isWritten), shown));
        }
        unwritten = visit.after().get(Register.RAX);
        isFirst = false;
      }
    }
    return new Part("number", "the number's register is written before SYSCALL", claims);
  }

  static Part kept(Paths paths) {
    List<Claim> claims = new ArrayList<>();
    for (Ending ending : paths.endings()) {
      keeps(paths, ending)
          .ifPresent(
              condition ->
                  claims.add(
                      new Claim(
                          "path-" + (claims.size() + 1),
                          ending.passage().assumed(),
                          condition,
                          paths.inAndOut(ending.passage()))));
    }
    String registers =
        callerSees(paths.routine().convention()).stream()
            .map(Register::name)
            .reduce((all, one) -> all + ", " + one)
            .orElse("");
    return new Part("kept", registers + " and the return address are kept", claims);
  }

  private static List<Register> callerSees(Convention convention) {
    return switch (convention) {
      case GO_STACK, C -> convention.kept();
      case GO_REGISTERS -> Convention.GO_STACK.kept();
    };
  }

  private static Optional<Bool> keeps(Paths paths, Ending ending) {
    Word top = paths.entry().get(Register.RSP);
    Word back = paths.entry().memory().load(top, WORD_BYTES);
    SymbolicState end = ending.passage().end();
    return switch (ending) {
      case Ending.Returns(Passage passage) -> {
        List<Bool> all = registers(paths, passage);
        all.add(end.get(Register.RSP).is(top.plus(Word.of(WORD_BYTES, BITS))));
        all.add(passage.rip().is(back));
        yield Optional.of(Paths.all(all));
      }
      case Ending.Leaves(Passage passage, String _) -> {
        List<Bool> all = registers(paths, passage);
        all.add(end.get(Register.RSP).is(top));
        all.add(end.memory().load(top, WORD_BYTES).is(back));
        yield Optional.of(Paths.all(all));
      }
      case Ending.Stops _, Ending.Faults _, Ending.Open _ -> Optional.empty();
    };
  }

  private static List<Bool> registers(Paths paths, Passage passage) {
    List<Bool> all = new ArrayList<>(passage.required());
    for (Register register : callerSees(paths.routine().convention())) {
      if (register != Register.RSP) {
        all.add(passage.end().get(register).is(paths.entry().get(register)));
      }
    }
    return all;
  }
}
