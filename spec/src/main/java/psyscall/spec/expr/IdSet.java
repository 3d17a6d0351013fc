package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;

/// A set of ids.
///
/// @param <K> whose ids
/// @param term the term behind it
public record IdSet<K>(Term term) implements Expr {
  /// Checks the sort.
  public IdSet {
    Check.set(term);
  }

  /// Whose ids.
  ///
  /// @return the id sort
  public Ids<K> ids() {
    return new Ids<>(Check.set(term).of());
  }

  /// Membership.
  ///
  /// @param id an id
  /// @return whether it is in the set
  public Bool has(Id<K> id) {
    return new Bool(new CollectionTerm.Member(id.term(), term));
  }

  /// Whether it has no element.
  ///
  /// @return whether it is empty
  public Bool isEmpty() {
    return new Bool(new Term.Same(term, new Term.Empty(term.sort())));
  }

  /// How many elements it has.
  ///
  /// @return the number
  public Int size() {
    return new Int(new CollectionTerm.Size(term));
  }

  /// With one more id.
  ///
  /// @param id the id
  /// @return the larger set
  public IdSet<K> plus(Id<K> id) {
    return union(id.alone());
  }

  /// Without an id.
  ///
  /// @param id the id
  /// @return the smaller set
  public IdSet<K> minus(Id<K> id) {
    return minus(id.alone());
  }

  /// The ids in either.
  ///
  /// @param other another set
  /// @return the union
  public IdSet<K> union(IdSet<K> other) {
    return new IdSet<>(
        new CollectionTerm.Combine(CollectionTerm.Combine.Operator.UNION, term, other.term));
  }

  /// The ids in both.
  ///
  /// @param other another set
  /// @return the intersection
  public IdSet<K> intersect(IdSet<K> other) {
    return new IdSet<>(
        new CollectionTerm.Combine(CollectionTerm.Combine.Operator.INTERSECTION, term, other.term));
  }

  /// The ids in this and not in the other.
  ///
  /// @param other another set
  /// @return the difference
  public IdSet<K> minus(IdSet<K> other) {
    return new IdSet<>(
        new CollectionTerm.Combine(CollectionTerm.Combine.Operator.DIFFERENCE, term, other.term));
  }

  /// Equality.
  ///
  /// @param other another set
  /// @return whether the two have the same elements
  public Bool is(IdSet<K> other) {
    return new Bool(new Term.Same(term, other.term));
  }
}
