package psyscall.model.watch;

import java.util.List;
import psyscall.model.run.RunListener;

/// What judges claims after each step of a run, and objects to the first step that breaks one.
public sealed interface ClaimWatch extends RunListener permits PropertyWatch, EngineWatch {
  /// How many steps before a violation are kept, with the one that violates.
  int LAST_STEPS = 12;

  /// Which claims are judged.
  ///
  /// @return their names, in the order in which they are judged
  List<String> names();

  /// How many steps were judged, each by every claim.
  ///
  /// @return the number, from 0
  long steps();
}
