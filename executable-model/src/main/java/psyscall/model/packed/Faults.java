package psyscall.model.packed;

import psyscall.model.interpret.ModelError;

/// What generated code throws where a specification makes a mistake.
public final class Faults {
  private Faults() {}

  /// The mistake.
  ///
  /// @param message what is wrong and where, made when the code was
  public static ModelError of(String message) {
    return new ModelError(message);
  }
}
