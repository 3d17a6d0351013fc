package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.Reading;
import psyscall.spec.machine.Convention;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Stubs of Go by name and convention.
final class KnownStubs {
  private static final String ONE_ROUTINE = "runtime/syscall.Syscall6";

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
    return List.copyOf(known);
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
