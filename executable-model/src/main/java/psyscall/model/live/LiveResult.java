package psyscall.model.live;

import java.util.List;

/// What a run on the processor can answer.
public sealed interface LiveResult {

  /// This machine cannot be asked.
  ///
  /// @param why what is missing, one line
  record Off(String why) implements LiveResult {}

  /// Every vector is allowed.
  ///
  /// @param tally what was examined
  record Agrees(Tally tally) implements LiveResult {}

  /// A vector is not allowed; the run ends with it.
  ///
  /// @param first that vector
  /// @param tally what was examined before it
  record Differs(Discrepancy first, Tally tally) implements LiveResult {}

  /// What was examined.
  ///
  /// @param vectors how many vectors
  /// @param shares how many of them were of each call
  /// @param unfit calls that were left out, each with what it answered, one line each
  record Tally(long vectors, List<Share> shares, List<String> unfit) {
    /// Copies the lists.
    public Tally {
      shares = List.copyOf(shares);
      unfit = List.copyOf(unfit);
    }
  }

  /// How often a call was made.
  ///
  /// @param call which
  /// @param vectors how many vectors
  record Share(SafeCall call, long vectors) {}
}
