package psyscall.proofs.obligation;

import java.util.List;

/// What came of an obligation. Only [Proved] and [RefutedAsStated] are a success.
public sealed interface Verdict {

  /// It holds for all values in its world.
  ///
  /// @param questions how many the solver was asked
  record Proved(int questions) implements Verdict {}

  /// It fails, and that is what was stated: the counterexample is what was to be shown.
  ///
  /// @param counterexample values for which it fails, in lines
  record RefutedAsStated(List<String> counterexample) implements Verdict {
    /// Copies the lines.
    public RefutedAsStated {
      counterexample = List.copyOf(counterexample);
    }
  }

  /// It fails.
  ///
  /// @param counterexample values for which it fails, in lines
  record Refuted(List<String> counterexample) implements Verdict {
    /// Copies the lines.
    public Refuted {
      counterexample = List.copyOf(counterexample);
    }
  }

  /// It is not decided.
  ///
  /// @param why what ended the search
  record Inconclusive(String why) implements Verdict {}
}
