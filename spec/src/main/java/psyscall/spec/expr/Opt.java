package psyscall.spec.expr;

import java.util.function.Function;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.Term;

/// An id or nil: it must be tested before it is followed.
///
/// @param <K> whose id
/// @param term the term behind it
public record Opt<K>(Term term) implements Expr {
  /// Checks the sort.
  public Opt {
    Check.optional(term);
  }

  /// Whether there is no id.
  ///
  /// @return whether it is nil
  public Bool isNil() {
    return new Bool(new Term.Same(term, new Term.Literal(term.sort(), -1)));
  }

  /// Whether there is an id.
  ///
  /// @return whether it is not nil
  public Bool isSome() {
    return isNil().not();
  }

  /// Equality with an id.
  ///
  /// @param other the id
  /// @return whether this is that id
  public Bool is(Id<K> other) {
    return is(other.known());
  }

  /// Equality.
  ///
  /// @param other another id or nil
  /// @return whether the two are equal
  public Bool is(Opt<K> other) {
    return new Bool(new Term.Same(term, other.term));
  }

  /// A condition on the id, false for nil.
  ///
  /// @param condition about the id
  /// @return whether there is an id that fulfils it
  public Bool isSomeAnd(Function<Id<K>, Bool> condition) {
    return match(Bool.TYPE, condition, Bool.FALSE);
  }

  /// A condition on the id, true for nil.
  ///
  /// @param condition about the id
  /// @return whether there is no id that fails it
  public Bool isNilOr(Function<Id<K>, Bool> condition) {
    return match(Bool.TYPE, condition, Bool.TRUE);
  }

  /// One value for an id, another for nil.
  ///
  /// @param <E> the handle of the result
  /// @param type the sort of the result
  /// @param some the value for an id
  /// @param none the value for nil
  /// @return one of the two
  public <E extends Expr> E match(Type<E> type, Function<Id<K>, E> some, E none) {
    Ids<K> ids = new Ids<>(Check.optional(term).of());
    Bound bound = ids.bound();
    return type.of(new Term.Match(term, bound, some.apply(ids.id().of(bound)).term(), none.term()));
  }
}
