package psyscall.spec.expr;

import java.util.function.Function;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A sort together with the handle its terms are held by.
///
/// @param <E> the handle
/// @param sort the sort
/// @param wrap makes a handle of a term of that sort
public record Type<E extends Expr>(Sort sort, Function<Term, E> wrap) {

  /// A handle on a term.
  ///
  /// @param term a term of this sort
  /// @return its handle
  public E of(Term term) {
    if (!Sort.fits(sort, term.sort())) {
      throw new IllFormed("wrong sort: wanted=" + sort + ", given=" + term.sort());
    }
    return wrap.apply(term);
  }

  /// The handle on a bound variable.
  ///
  /// @param bound a variable of this sort
  /// @return its handle
  public E of(Bound bound) {
    return of(new Term.Reference(bound));
  }
}
