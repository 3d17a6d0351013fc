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
