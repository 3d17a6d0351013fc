package psyscall.spec.analysis;

import psyscall.spec.term.Var;

/// What a rule touches of a variable.
///
/// @param variable the variable
/// @param at which entries of it
public record Place(Var variable, At at) {

  /// Which entries of an array.
  public enum At {
    /// The entry of the process that takes the step, only.
    SELF,
    /// The entry of some individual, which may be the process that takes the step.
    SOME,
    /// Any number of entries; for a variable that is no array, the variable.
    WHOLE
  }

  /// Whether the variable belongs to one process alone: a local or a program counter.
  ///
  /// @return false for what other processes can see
  public boolean isPrivate() {
    return switch (variable.role()) {
      case LOCAL, POLLED_LOCAL, COUNTER, POLLED_COUNTER -> true;
      case FIELD, POLLED, GHOST, ENDING -> false;
    };
  }
}
