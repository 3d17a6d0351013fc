package psyscall.proofs.contract;

import java.util.List;

/// What came of holding a routine against a contract. Only [Proved] is a success.
public sealed interface Finding {

  /// It keeps the contract for all values.
  ///
  /// @param paths how many paths it has
  /// @param questions how many the solver was asked
  record Proved(int paths, int questions) implements Finding {}

  /// It breaks the contract.
  ///
  /// @param claim which part, in one clause
  /// @param values values for which it does: `in RAX=0x…` at its entry, `out RAX=0x…` at its end,
  ///   others by name
  record Refuted(String claim, List<String> values) implements Finding {
    /// Copies the values.
    public Refuted {
      values = List.copyOf(values);
    }
  }

  /// It is not decided.
  ///
  /// @param why what ended the search, and where
  record Undecided(String why) implements Finding {}

  /// It has an instruction that is not in the subset.
  ///
  /// @param place where, as the reader tells it
  /// @param what the bytes, or the line
  record Outside(String place, String what) implements Finding {}
}
