package psyscall.proofs.smt;

/// What a solver says of a claim. Only [Proved] is a success.
public sealed interface Proof {

  /// The claim holds for every value of the unknowns.
  record Proved() implements Proof {}

  /// The claim fails for some values.
  ///
  /// @param model such values
  record Refuted(Model model) implements Proof {}

  /// The solver did not decide.
  ///
  /// @param reason why not
  /// @param detail what the solver says of it
  record Inconclusive(Reason reason, String detail) implements Proof {}

  /// Why a solver does not decide.
  enum Reason {
    /// The time limit ended the search.
    TIME,
    /// The solver gave up.
    UNKNOWN
  }
}
