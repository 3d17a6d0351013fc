package psyscall.checker.judge;

import java.util.List;
import psyscall.model.behavior.Behavior;
import psyscall.spec.verdict.Verdict;

/// What is decided of a property before the ways to violations are known.
sealed interface Ruling {
  /// How many states, or transitions for a step property, the claim was judged at.
  long examined();

  /// The verdict is known.
  ///
  /// @param verdict the verdict, without a counterexample
  /// @param examined see [#examined]
  record Settled(Verdict<Behavior> verdict, long examined) implements Ruling {}

  /// A state speaks against the property.
  ///
  /// @param state its number; for a step property a step out of it does
  /// @param walk the numbers of the states from the initial one to it, if it was met on a walk;
  ///   otherwise empty
  /// @param examined see [#examined]
  record Refuted(int state, List<Integer> walk, long examined) implements Ruling {}
}
