package psyscall.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.proofs.induction.Ownership;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.stub.ErrorBoundary;
import psyscall.proofs.stub.StubContracts;
import psyscall.proofs.stub.WayBack;

/// The catalogue of theorems.
public final class Theorems {
  private Theorems() {}

  /// All theorems.
  ///
  /// @return those about the scheduler first
  public static List<Theorem> all() {
    List<Theorem> all = new ArrayList<>();
    all.add(new Ownership());
    all.addAll(ofRegisters());
    return List.copyOf(all);
  }

  /// The theorems about the register level.
  ///
  /// @return those about stubs first
  public static List<Theorem> ofRegisters() {
    return List.of(new StubContracts(), new ErrorBoundary(), new WayBack());
  }

  /// A theorem by name.
  ///
  /// @param name its name
  /// @return the theorem, if there is one
  public static Optional<Theorem> named(String name) {
    return all().stream().filter(theorem -> theorem.name().equals(name)).findFirst();
  }
}
