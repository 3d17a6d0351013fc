package psyscall.proofs.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Expr;

/// Values of all unknowns; what a claim does not depend on has some value, the same each time.
public final class Model {
  private final com.microsoft.z3.Model values;

  Model(com.microsoft.z3.Model values) {
    this.values = values;
  }

  /// What a truth is with these values.
  ///
  /// @param formula the truth
  /// @return its value
  public boolean holds(Truth formula) {
    Expr<BoolSort> value = values.eval(formula.expression(), true);
    if (!value.isTrue() && !value.isFalse()) {
      throw new IllegalStateException("truth without a value: formula=" + formula);
    }
    return value.isTrue();
  }

  /// What a word is with these values.
  ///
  /// @param formula the word
  /// @return its bits, with zeros above its width
  public long bits(Word formula) {
    Expr<BitVecSort> value = values.eval(formula.expression(), true);
    if (value instanceof BitVecNum number) {
      return number.getBigInteger().longValue();
    }
    throw new IllegalStateException("word without a value: formula=" + formula);
  }
}
