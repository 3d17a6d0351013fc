package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.Reading;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Signature;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Stubs of Go by name and convention.
final class KnownStubs {
  private static final String ONE_ROUTINE = "runtime/syscall.Syscall6";

  private static final String VFORK = "syscall.rawVforkSyscall";
  private static final int VFORK_ARGUMENTS_MAX = 3;
  private static final int WORD_BYTES = 8;

  private KnownStubs() {}

  /// The stubs that a routine may be.
  ///
  /// @param reading the routine
  /// @return one for each signature that a release gives it; none if it is no stub
  static List<Stub> of(Reading reading) {
    List<Stub> known = new ArrayList<>();
    for (Release release : Release.all()) {
      for (Stub stub : Stubs.of(release)) {
        boolean isNew = known.stream().noneMatch(one -> one.signature().equals(stub.signature()));
        boolean isCalledSo = stub.routine().convention() == reading.convention();
        if (isCalledSo && isNew && isNamedSo(stub, reading)) {
          known.add(stub);
        }
      }
    }
    if (!known.isEmpty() && reading.name().equals(VFORK)) {
      Stub first = known.getFirst();
      for (int arguments = 2; arguments <= VFORK_ARGUMENTS_MAX; arguments++) {
        known.add(
            new Stub(
                first.release(), first.routine(), first.source(), vfork(arguments), first.vdso()));
      }
    }
    return List.copyOf(known);
  }

  /// Go 1.20 gives it a second argument, Go 1.22 a third, before the two results.
  private static Signature vfork(int arguments) {
    List<Operand> given = new ArrayList<>();
    for (int at = 1; at <= arguments; at++) {
      given.add(word(at));
    }
    return new Signature(
        word(0), given, new Signature.Results.Pair(word(arguments + 1), word(arguments + 2)));
  }

  /// A word of the caller's frame, the first one from 0.
  private static Operand word(int at) {
    return Address.at(Register.RSP, WORD_BYTES * (at + 1L)).quad();
  }

  /// The one routine of later releases has moved from package to package.
  private static boolean isNamedSo(Stub stub, Reading reading) {
    String name = stub.routine().name();
    boolean isOne =
        reading.convention() == Convention.GO_REGISTERS
            && name.endsWith("internal/syscall.Syscall6")
            && (reading.name().endsWith(ONE_ROUTINE)
                || reading.name().endsWith("runtime/syscall/linux.Syscall6"));
    return isOne || name.equals(reading.name());
  }
}
