package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// An array indexed by an id sort: a field that every individual has.
///
/// @param <K> whose ids index it
/// @param <E> the handle of an entry
/// @param term the term behind it
/// @param index the id sort
/// @param element the sort of an entry
public record Arr<K, E extends Expr>(Term term, Ids<K> index, Type<E> element) implements Expr {
  /// Checks the sort.
  public Arr {
    Check.fits("array", new Sort.ArrayOf(index.sort(), element.sort()), term);
  }

  /// The entry of an individual.
  ///
  /// @param id whose
  /// @return the entry
  public E of(Id<K> id) {
    return element.of(new Term.Select(term, id.term()));
  }

  /// The array with one entry replaced.
  ///
  /// @param id whose
  /// @param value the new entry
  /// @return the new array
  public Arr<K, E> with(Id<K> id, E value) {
    return new Arr<>(new Term.With(term, id.term(), value.term()), index, element);
  }

  Arr<K, E> like(Term other) {
    return new Arr<>(other, index, element);
  }
}
