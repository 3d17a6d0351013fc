package psyscall.proofs.obligation;

import java.util.List;
import java.util.Optional;

/// The catalogue of theorems.
public final class Theorems {
  private Theorems() {}

  /// All theorems.
  ///
  /// @return in alphabetical order
  public static List<Theorem> all() {
    return List.of(new Ownership());
  }

  /// A theorem by name.
  ///
  /// @param name its name
  /// @return the theorem, if there is one
  public static Optional<Theorem> named(String name) {
    return all().stream().filter(theorem -> theorem.name().equals(name)).findFirst();
  }
}
