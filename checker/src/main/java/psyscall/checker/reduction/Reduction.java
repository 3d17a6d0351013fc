package psyscall.checker.reduction;

/// Which states count as one: each is replaced by the representative of its class.
///
/// An object has room of its own to work in, so each thread needs one ([#forThread]).
public sealed interface Reduction permits Symmetry, Unreduced {

  /// What it is called in reports.
  ///
  /// @return one lower-case word
  String name();

  /// Replaces a state by its representative.
  ///
  /// @param states holds the packed state, which is overwritten
  /// @param at where it begins
  void canonicalise(long[] states, int at);

  /// The same reduction for another thread.
  ///
  /// @return a reduction that gives the same representatives
  Reduction forThread();
}
