package psyscall.proofs.obligation;

import java.time.Duration;

/// Hears what a proof comes to, as it comes.
public interface ProofListener {

  /// A strengthening was found.
  ///
  /// @param text what it is, in one clause
  /// @param time how long that took
  void found(String text, Duration time);

  /// An obligation was discharged.
  ///
  /// @param discharge with its verdict
  void discharged(Discharge discharge);
}
