package psyscall.checker.search;

/// What a search took.
///
/// @param words how many words of 64 bits a state has
/// @param bits how many bits of them carry values
/// @param storedBytes what the states and their table take at the end
/// @param peakBytes what was taken at most at a time, with growth of the table and the passes for
///   the verdicts
/// @param symmetry whether states that differ by a permutation of ids counted as one
public record Usage(int words, int bits, long storedBytes, long peakBytes, SymmetryUse symmetry) {

  /// Whether symmetry was used.
  public sealed interface SymmetryUse {}

  /// It was: counts are of classes of states.
  public record On() implements SymmetryUse {}

  /// It was not asked for.
  public record Off() implements SymmetryUse {}

  /// It was asked for and would not be sound.
  ///
  /// @param reason what names an individual
  public record Refused(String reason) implements SymmetryUse {}
}
