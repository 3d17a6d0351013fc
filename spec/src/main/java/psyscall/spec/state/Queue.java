package psyscall.spec.state;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;

/// A queue or a list of the scheduler, in one of the forms in which it can be modelled: procedures
/// and properties are the same in all of them.
///
/// @param <K> whose ids wait in it
public sealed interface Queue<K> {
  /// Who waits, without the order.
  ///
  /// @return the ids
  IdSet<K> elements();

  /// Whether nobody waits.
  ///
  /// @return whether it is empty
  Bool isEmpty();

  /// How many wait.
  ///
  /// @return the length
  Int size();

  /// Membership.
  ///
  /// @param id an id
  /// @return whether it waits here
  default Bool has(Id<K> id) {
    return elements().has(id);
  }

  /// A set: any of those who wait may be the next. Each step of a queue in order is one of the set,
  /// so what holds of sets holds of queues; `runnext`, which a set leaves out, is another matter.
  ///
  /// @param <K> whose ids
  /// @param ids where they are kept
  record AnyOrder<K>(IdSet<K> ids) implements Queue<K> {
    @Override
    public IdSet<K> elements() {
      return ids;
    }

    @Override
    public Bool isEmpty() {
      return ids.isEmpty();
    }

    @Override
    public Int size() {
      return ids.size();
    }
  }

  /// A queue in Go's order: the next is the head.
  ///
  /// @param <K> whose ids
  /// @param ids where they are kept, the head first
  /// @param discipline where one more is put
  record Ordered<K>(Fifo<K> ids, Discipline discipline) implements Queue<K> {
    /// With one more id.
    ///
    /// @param id the id
    /// @return the longer queue
    public Fifo<K> with(Id<K> id) {
      return switch (discipline) {
        case FIRST_IN_FIRST_OUT -> ids.append(id);
        case LAST_IN_FIRST_OUT -> ids.prepend(id);
      };
    }

    @Override
    public IdSet<K> elements() {
      return ids.elements();
    }

    @Override
    public Bool isEmpty() {
      return ids.isEmpty();
    }

    @Override
    public Int size() {
      return ids.size();
    }
  }

  /// Where an ordered queue is made longer.
  enum Discipline {
    /// At the tail, as a queue of goroutines.
    FIRST_IN_FIRST_OUT,
    /// At the head, as the list of idle Ps.
    LAST_IN_FIRST_OUT
  }
}
