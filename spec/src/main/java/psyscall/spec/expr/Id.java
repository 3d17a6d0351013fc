package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;

/// An id that is there: it can be followed.
///
/// @param <K> whose id
/// @param term the term behind it
public record Id<K>(Term term) implements Expr {
  /// Checks the sort.
  public Id {
    Check.individual(term);
  }

  /// Equality.
  ///
  /// @param other another id
  /// @return whether the two are the same
  public Bool is(Id<K> other) {
    return new Bool(new Term.Same(term, other.term));
  }

  /// The same id where an id or nil is wanted.
  ///
  /// @return the id as an optional one
  public Opt<K> known() {
    return new Opt<>(new Term.Known(term));
  }

  /// The set of this id alone.
  ///
  /// @return a set of one
  public IdSet<K> alone() {
    return new IdSet<>(new CollectionTerm.Singleton(term));
  }
}
