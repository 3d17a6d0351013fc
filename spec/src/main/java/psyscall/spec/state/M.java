package psyscall.spec.state;

import psyscall.spec.expr.Ids;

/// Marks ids of a thread of the operating system, Go's m.
public interface M {
  /// The id sort.
  Ids<M> IDS = Ids.of("M");
}
