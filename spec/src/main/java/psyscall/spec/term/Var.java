package psyscall.spec.term;

/// A state variable.
///
/// @param name the name, unique in its specification; an array over P named `p.status` prints as Go
///   writes the field
/// @param sort what it holds
/// @param role who may look at it, and how it takes part in quiet states
public record Var(String name, Sort sort, Role role) {

  /// What a variable is for.
  public enum Role {
    /// A field of the modelled system.
    FIELD,
    /// A field of the modelled system that polling steps may change without news (design: quiet
    /// states).
    POLLED,
    /// A local variable of a procedure, made by inlining.
    LOCAL,
    /// A local variable of a procedure in a process that polls.
    POLLED_LOCAL,
    /// A program counter.
    COUNTER,
    /// The program counter of a process that polls.
    POLLED_COUNTER,
    /// Written by the steps, read by properties only.
    GHOST,
    /// How the run ended: running, a throw, or a declared end.
    ENDING
  }

  /// Whether polling steps may change the variable without the state ceasing to be quiet.
  ///
  /// @return whether it is declared as polling
  public boolean polled() {
    return role == Role.POLLED || role == Role.POLLED_LOCAL || role == Role.POLLED_COUNTER;
  }

  /// A local variable or parameter of a procedure, before inlining gives each process its own.
  ///
  /// @param procedure the procedure that declares it
  /// @param name its name there
  /// @param sort what it holds; an id sort means "an id that is assigned before it is read", which
  ///   is checked on every path
  public record Local(String procedure, String name, Sort sort) {}
}
