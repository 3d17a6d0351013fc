package psyscall.spec.expr;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A truth value.
///
/// @param term the term behind it
public record Bool(Term term) implements Expr {
  /// The sort with its handle.
  public static final Type<Bool> TYPE = new Type<>(Sort.TRUTH, Bool::new);

  /// True.
  public static final Bool TRUE = of(true);

  /// False.
  public static final Bool FALSE = of(false);

  /// Checks the sort.
  public Bool {
    Check.truth(term);
  }

  /// A constant.
  ///
  /// @param value the value
  /// @return the constant
  public static Bool of(boolean value) {
    return new Bool(new Term.Literal(Sort.TRUTH, value ? 1 : 0));
  }

  /// All of them.
  ///
  /// @param operands the conditions
  /// @return their conjunction
  public static Bool all(Bool... operands) {
    return new Bool(new Term.And(List.of(operands).stream().map(Bool::term).toList()));
  }

  /// One of them.
  ///
  /// @param operands the conditions
  /// @return their disjunction
  public static Bool any(Bool... operands) {
    return new Bool(new Term.Or(List.of(operands).stream().map(Bool::term).toList()));
  }

  /// Both.
  ///
  /// @param other another condition
  /// @return the conjunction
  public Bool and(Bool other) {
    List<Term> operands =
        new ArrayList<>(term instanceof Term.And a ? a.operands() : List.of(term));
    operands.add(other.term);
    return new Bool(new Term.And(operands));
  }

  /// Either.
  ///
  /// @param other another condition
  /// @return the disjunction
  public Bool or(Bool other) {
    List<Term> operands = new ArrayList<>(term instanceof Term.Or o ? o.operands() : List.of(term));
    operands.add(other.term);
    return new Bool(new Term.Or(operands));
  }

  /// The opposite.
  ///
  /// @return the negation
  public Bool not() {
    return new Bool(term instanceof Term.Not n ? n.operand() : new Term.Not(term));
  }

  /// Implication.
  ///
  /// @param conclusion what holds if this does
  /// @return the implication
  public Bool implies(Bool conclusion) {
    return not().or(conclusion);
  }

  /// Equality.
  ///
  /// @param other another truth value
  /// @return whether the two are equal
  public Bool is(Bool other) {
    return new Bool(new Term.Same(term, other.term));
  }

  /// A choice between two values by this condition.
  ///
  /// @param <E> the handle
  /// @param type the sort of the two
  /// @param then the value if the condition holds
  /// @param otherwise the value if not
  /// @return one of the two
  public <E extends Expr> E choose(Type<E> type, E then, E otherwise) {
    return type.of(new Term.IfElse(term, then.term(), otherwise.term()));
  }
}
