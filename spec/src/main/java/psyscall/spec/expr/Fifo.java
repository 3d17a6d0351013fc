package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;

/// A first-in first-out queue of ids.
///
/// @param <K> whose ids
/// @param term the term behind it
public record Fifo<K>(Term term) implements Expr {
  /// Checks the sort.
  public Fifo {
    Check.queue(term);
  }

  /// The first id, or nil.
  ///
  /// @return the head
  public Opt<K> first() {
    return new Opt<>(new CollectionTerm.First(term));
  }

  /// Without the first id.
  ///
  /// @return the tail; of the empty queue the empty queue
  public Fifo<K> rest() {
    return new Fifo<>(new CollectionTerm.Rest(term));
  }

  /// With one more id at the end.
  ///
  /// @param id the id
  /// @return the longer queue
  public Fifo<K> append(Id<K> id) {
    return new Fifo<>(new CollectionTerm.Append(term, id.term()));
  }

  /// With one more id before the first.
  ///
  /// @param id the id
  /// @return the longer queue
  public Fifo<K> prepend(Id<K> id) {
    return cleared().append(id).followedBy(this, Check.queue(term).capacity());
  }

  /// What comes after is in the branch for one more id, so that the term grows with the square of
  /// the length only.
  private Fifo<K> followedBy(Fifo<K> others, int length) {
    return length == 0
        ? this
        : others
            .first()
            .match(
                new Type<>(term.sort(), Fifo::new),
                next -> append(next).followedBy(others.rest(), length - 1),
                this);
  }

  /// The empty queue of the same sort.
  ///
  /// @return a queue without ids
  public Fifo<K> cleared() {
    return new Fifo<>(new Term.Empty(term.sort()));
  }

  /// Its ids, without their order.
  ///
  /// @return the abstraction to a set
  public IdSet<K> elements() {
    return new IdSet<>(new CollectionTerm.Elements(term));
  }

  /// How many ids it has.
  ///
  /// @return the length
  public Int size() {
    return new Int(new CollectionTerm.Size(term));
  }

  /// Whether it has no id.
  ///
  /// @return whether it is empty
  public Bool isEmpty() {
    return new Bool(new Term.Same(term, new Term.Empty(term.sort())));
  }
}
