package psyscall.proofs.smt;

import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Expr;
import java.util.List;

/// A formula that is true or false.
public final class Truth implements Formula {
  private final Smt smt;
  private final Expr<BoolSort> expression;

  Truth(Smt smt, Expr<BoolSort> expression) {
    this.smt = smt;
    this.expression = expression;
  }

  Expr<BoolSort> expression() {
    return expression;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Z3 takes an array of a generic type
  static Expr<BoolSort>[] array(List<Expr<BoolSort>> expressions) {
    return expressions.toArray(new Expr[0]);
  }

  /// Whether it is the constant of a value.
  ///
  /// @param value which
  /// @return false also where only a solver can tell
  public boolean isConstant(boolean value) {
    return this == smt.truth(value);
  }

  private boolean isConstant() {
    return isConstant(true) || isConstant(false);
  }

  /// Its negation.
  ///
  /// @return the formula
  public Truth not() {
    if (isConstant()) {
      return smt.truth(isConstant(false));
    }
    return smt.truth(smt.context().mkNot(expression));
  }

  /// Whether both hold.
  ///
  /// @param other the other
  /// @return the formula
  public Truth and(Truth other) {
    return smt.all(List.of(this, other));
  }

  /// Whether one of both holds.
  ///
  /// @param other the other
  /// @return the formula
  public Truth or(Truth other) {
    return smt.any(List.of(this, other));
  }

  /// Whether the other holds if this one does.
  ///
  /// @param conclusion the other
  /// @return the formula
  public Truth implies(Truth conclusion) {
    return not().or(conclusion);
  }

  /// Whether both are true, or both false.
  ///
  /// @param other the other
  /// @return the formula
  public Truth same(Truth other) {
    if (isConstant()) {
      return isConstant(true) ? other : other.not();
    }
    if (other.isConstant()) {
      return other.isConstant(true) ? this : not();
    }
    return expression.equals(other.expression)
        ? smt.truth(true)
        : smt.truth(smt.context().mkEq(expression, other.expression));
  }

  /// One of two truths: the first if this holds.
  ///
  /// @param then the first
  /// @param otherwise the second
  /// @return the formula
  public Truth choose(Truth then, Truth otherwise) {
    if (isConstant() || then == otherwise) {
      return isConstant(false) ? otherwise : then;
    }
    if (then.isConstant()) {
      return then.isConstant(true) ? or(otherwise) : not().and(otherwise);
    }
    if (otherwise.isConstant()) {
      return otherwise.isConstant(true) ? not().or(then) : and(then);
    }
    return smt.truth(smt.context().mkITE(expression, then.expression, otherwise.expression));
  }

  /// One of two words of one width: the first if this holds.
  ///
  /// @param then the first
  /// @param otherwise the second
  /// @return the formula
  public Word choose(Word then, Word otherwise) {
    if (isConstant() || then.isSurely(otherwise)) {
      return isConstant(false) ? otherwise : then;
    }
    return smt.word(
        smt.context().mkITE(expression, then.expression(), otherwise.expression()), then.width());
  }

  /// One of two memories: the first if this holds.
  ///
  /// @param then the first
  /// @param otherwise the second
  /// @return the formula
  public Bytes choose(Bytes then, Bytes otherwise) {
    if (isConstant() || then == otherwise) {
      return isConstant(false) ? otherwise : then;
    }
    return new Bytes(
        smt, smt.context().mkITE(expression, then.expression(), otherwise.expression()));
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
