package psyscall.spec.state;

import psyscall.spec.expr.Ids;

/// Marks ids of a processor, Go's p: the right to run Go code.
public interface P {
  /// The id sort.
  Ids<P> IDS = Ids.of("P");
}
