package psyscall.spec.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A value of an enumeration.
///
/// @param <E> the Java enum whose constants name the values, or `String` for an enumeration that is
///   made at run time
/// @param term the term behind it
public record Sym<E>(Term term) implements Expr {
  /// Checks the sort.
  public Sym {
    if (!(term.sort() instanceof Sort.Enumeration)) {
      throw new IllFormed("wrong sort: wanted=enumeration, given=" + term.sort());
    }
  }

  /// The sort of a Java enum's constants.
  ///
  /// @param <E> the enum
  /// @param of its class
  /// @return the sort with its handle
  public static <E extends Enum<E>> Type<Sym<E>> of(Class<E> of) {
    List<String> names = Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
    return new Type<>(new Sort.Enumeration(of.getSimpleName(), names), Sym::new);
  }

  /// An enumeration made at run time.
  ///
  /// @param sort the enumeration
  /// @return the sort with its handle
  public static Type<Sym<String>> of(Sort.Enumeration sort) {
    return new Type<>(sort, Sym::new);
  }

  /// Equality with a constant.
  ///
  /// @param value the constant
  /// @return whether this is that value
  public Bool is(E value) {
    return is(constant(value));
  }

  /// Equality.
  ///
  /// @param other another value of the enumeration
  /// @return whether the two are equal
  public Bool is(Sym<E> other) {
    return new Bool(new Term.Same(term, other.term));
  }

  /// Whether it is one of several constants.
  ///
  /// @param values the constants
  /// @return whether this is one of them
  @SafeVarargs
  public final Bool in(E... values) {
    List<Term> cases = new ArrayList<>();
    for (E value : values) {
      cases.add(is(value).term());
    }
    return new Bool(new Term.Or(cases));
  }

  /// A constant of the same enumeration.
  ///
  /// @param value which
  /// @return the constant
  public Sym<E> constant(E value) {
    Sort.Enumeration sort = (Sort.Enumeration) term.sort();
    return new Sym<>(new Term.Literal(sort, sort.ordinal(String.valueOf(value))));
  }
}
