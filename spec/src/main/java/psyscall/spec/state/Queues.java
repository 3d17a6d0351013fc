package psyscall.spec.state;

import java.util.function.Function;
import psyscall.spec.expr.Id;

/// A queue for each individual.
///
/// @param <I> whose queues
/// @param <K> whose ids wait in them
/// @param entry the queue of an individual
public record Queues<I, K>(Function<Id<I>, Queue<K>> entry) {
  /// The queue of an individual.
  ///
  /// @param id whose
  /// @return its queue
  public Queue<K> of(Id<I> id) {
    return entry.apply(id);
  }
}
