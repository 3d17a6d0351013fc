package psyscall.spec.semantics;

import psyscall.spec.machine.Placed;

/// What instructions mean.
@FunctionalInterface
public interface Meaning {
  /// The effect of an instruction.
  ///
  /// @param placed the instruction at its place
  /// @param before the state before it
  /// @return what it changes, in terms of the state before it
  Effect of(Placed placed, Values before);
}
