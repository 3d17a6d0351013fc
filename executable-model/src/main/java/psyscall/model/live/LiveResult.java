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
  /// @param shares how many of them were of each call or instruction
  /// @param unfit calls that were left out, each with what it answered, one line each
  record Tally(long vectors, List<Share> shares, List<String> unfit) {
    /// Copies the lists.
    public Tally {
      shares = List.copyOf(shares);
      unfit = List.copyOf(unfit);
    }

    private Tally without(List<String> calls) {
      return new Tally(vectors, shares, calls);
    }
  }

  /// How often a call was made, or an instruction executed.
  ///
  /// @param examined which
  /// @param vectors how many vectors
  record Share(String examined, long vectors) {}

  /// The same result with the calls that were left out.
  ///
  /// @param unfit one line each
  /// @return the result
  default LiveResult withUnfit(List<String> unfit) {
    return switch (this) {
      case Off off -> off;
      case Agrees(Tally tally) -> new Agrees(tally.without(unfit));
      case Differs(Discrepancy first, Tally tally) -> new Differs(first, tally.without(unfit));
    };
  }
}
