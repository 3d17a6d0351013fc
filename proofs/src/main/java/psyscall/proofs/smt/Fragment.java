package psyscall.proofs.smt;

/// Which formulas a solver is given; it chooses its procedures by it.
public enum Fragment {
  /// Truths and words only.
  BITS("QF_BV"),
  /// Memories too.
  MEMORY("QF_ABV");

  private final String logic;

  Fragment(String logic) {
    this.logic = logic;
  }

  /// Its name in SMT-LIB.
  ///
  /// @return such as `QF_BV`
  public String logic() {
    return logic;
  }
}
