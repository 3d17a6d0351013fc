package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.assembly.Reading;
import psyscall.spec.release.Release;
import psyscall.spec.stub.LaterStubs;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Stubs of Go by name and convention.
final class KnownStubs {
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
        if (isCalledSo && isNew && isNamedSo(stub, reading.name())) {
          known.add(stub);
        }
      }
    }
    known.stream().findFirst().map(LaterStubs::changed).ifPresent(known::addAll);
    return List.copyOf(known);
  }

  private static boolean isNamedSo(Stub stub, String name) {
    return stub.routine().name().equals(name) || LaterStubs.isMovedTo(stub, name);
  }
}
