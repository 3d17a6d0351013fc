package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A whole number within bounds.
///
/// @param term the term behind it
public record Int(Term term) implements Expr {
  /// Checks the sort.
  public Int {
    Check.range(term);
  }

  /// The sort of the numbers from `low` to `high`.
  ///
  /// @param low the least
  /// @param high the greatest
  /// @return the sort with its handle
  public static Type<Int> range(long low, long high) {
    return new Type<>(new Sort.Range(low, high), Int::new);
  }

  /// A constant.
  ///
  /// @param value the value
  /// @return the constant
  public static Int of(long value) {
    return new Int(new Term.Literal(new Sort.Range(value, value), value));
  }

  /// Sum.
  ///
  /// @param other the other summand
  /// @return the sum
  public Int plus(Int other) {
    return arithmetic(Term.Arithmetic.Operator.PLUS, other);
  }

  /// Sum.
  ///
  /// @param other the other summand
  /// @return the sum
  public Int plus(long other) {
    return plus(of(other));
  }

  /// Difference.
  ///
  /// @param other what is taken away
  /// @return the difference
  public Int minus(Int other) {
    return arithmetic(Term.Arithmetic.Operator.MINUS, other);
  }

  /// Difference.
  ///
  /// @param other what is taken away
  /// @return the difference
  public Int minus(long other) {
    return minus(of(other));
  }

  /// Quotient, rounded down.
  ///
  /// @param divisor at least 1
  /// @return the quotient
  public Int dividedBy(long divisor) {
    return arithmetic(Term.Arithmetic.Operator.DIVIDE, of(divisor));
  }

  /// The smaller of the two.
  ///
  /// @param other the other number
  /// @return the minimum
  public Int min(Int other) {
    return new Int(new Term.IfElse(lessThan(other).term(), term, other.term));
  }

  /// Strict order.
  ///
  /// @param other the other number
  /// @return whether this is less
  public Bool lessThan(Int other) {
    return new Bool(new Term.Less(term, other.term, false));
  }

  /// Strict order.
  ///
  /// @param other the other number
  /// @return whether this is less
  public Bool lessThan(long other) {
    return lessThan(of(other));
  }

  /// Order.
  ///
  /// @param other the other number
  /// @return whether this is less or equal
  public Bool atMost(Int other) {
    return new Bool(new Term.Less(term, other.term, true));
  }

  /// Strict order.
  ///
  /// @param other the other number
  /// @return whether this is greater
  public Bool moreThan(Int other) {
    return other.lessThan(this);
  }

  /// Strict order.
  ///
  /// @param other the other number
  /// @return whether this is greater
  public Bool moreThan(long other) {
    return moreThan(of(other));
  }

  /// Order.
  ///
  /// @param other the other number
  /// @return whether this is greater or equal
  public Bool atLeast(long other) {
    return of(other).atMost(this);
  }

  /// Equality.
  ///
  /// @param other the other number
  /// @return whether the two are equal
  public Bool is(Int other) {
    return new Bool(new Term.Same(term, other.term));
  }

  /// Equality.
  ///
  /// @param other the other number
  /// @return whether the two are equal
  public Bool is(long other) {
    return is(of(other));
  }

  private Int arithmetic(Term.Arithmetic.Operator operator, Int other) {
    return new Int(new Term.Arithmetic(operator, term, other.term));
  }
}
