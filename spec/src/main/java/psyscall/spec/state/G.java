package psyscall.spec.state;

import psyscall.spec.expr.Ids;

/// Marks ids of a goroutine, Go's g.
public interface G {
  /// The id sort.
  Ids<G> IDS = Ids.of("G");
}
