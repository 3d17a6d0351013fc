package psyscall.proofs.stub;

import psyscall.spec.machine.Placed;
import psyscall.spec.semantics.Effect;

/// How a path ends.
public sealed interface Ending {
  /// The path.
  ///
  /// @return with the state at its end
  Passage passage();

  /// By a return.
  ///
  /// @param passage the path; where it returns to is computed
  record Returns(Passage passage) implements Ending {}

  /// By a jump to another routine, which returns in its stead.
  ///
  /// @param passage the path
  /// @param where the other's name
  record Leaves(Passage passage, String where) implements Ending {}

  /// For good: the process or thread has ended, or crashes on purpose.
  ///
  /// @param passage the path
  record Stops(Passage passage) implements Ending {}

  /// By an exception that depends on values.
  ///
  /// @param passage the path
  /// @param where the instruction
  /// @param exception which
  record Faults(Passage passage, Placed where, Effect.Exception exception) implements Ending {}

  /// Nowhere: it is not followed further.
  ///
  /// @param passage the path
  /// @param where the instruction
  /// @param why what ended it
  record Open(Passage passage, Placed where, String why) implements Ending {}
}
