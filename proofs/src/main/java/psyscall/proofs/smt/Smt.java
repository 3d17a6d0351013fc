package psyscall.proofs.smt;

import com.microsoft.z3.ArrayExpr;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Makes formulas and the solvers that judge them.
///
/// Constants are folded while formulas are made, so what is decided by them alone never reaches the
/// solver. Used by one thread at a time. Closing it frees the memory of all its formulas and
/// solvers, which must not be used any more.
public final class Smt implements AutoCloseable {
  private static final int ADDRESS_BITS = 64;

  private final Context context = new Context();
  private final Truth yes = new Truth(this, context.mkTrue());
  private final Truth no = new Truth(this, context.mkFalse());

  /// Without formulas.
  public Smt() {}

  Context context() {
    return context;
  }

  /// The version of the solver.
  ///
  /// @return such as `Z3 4.14.1`
  public static String version() {
    return "Z3 " + Version.getMajor() + "." + Version.getMinor() + "." + Version.getBuild();
  }

  /// A constant truth.
  ///
  /// @param value which
  /// @return the formula
  public Truth truth(boolean value) {
    return value ? yes : no;
  }

  /// An unknown truth.
  ///
  /// @param name its name; equal names are the same unknown
  /// @return the formula
  public Truth truth(String name) {
    return new Truth(this, context.mkBoolConst(name));
  }

  Truth truth(Expr<BoolSort> expression) {
    return new Truth(this, expression);
  }

  /// A constant word.
  ///
  /// @param value its bits; those above the width do not count
  /// @param width 1 to 64
  /// @return the formula
  public Word word(long value, int width) {
    long bits = Word.truncate(value, width);
    return new Word(this, context.mkBV(Long.toUnsignedString(bits), width), width, true, bits);
  }

  /// An unknown word.
  ///
  /// @param name its name; equal names are the same unknown
  /// @param width 1 to 64
  /// @return the formula
  public Word word(String name, int width) {
    return word(context.mkBVConst(name, width), width);
  }

  Word word(Expr<BitVecSort> expression, int width) {
    return new Word(this, expression, width, false, 0);
  }

  /// An unknown memory.
  ///
  /// @param name its name; equal names are the same unknown
  /// @return the formula
  public Bytes bytes(String name) {
    return new Bytes(
        this,
        context.mkArrayConst(
            name, context.mkBitVecSort(ADDRESS_BITS), context.mkBitVecSort(Byte.SIZE)));
  }

  /// The memory that is zero everywhere.
  ///
  /// @return the formula
  public Bytes zero() {
    Expr<BitVecSort> byteZero = context.mkBV(0, Byte.SIZE);
    ArrayExpr<BitVecSort, BitVecSort> all =
        context.mkConstArray(context.mkBitVecSort(ADDRESS_BITS), byteZero);
    return new Bytes(this, all);
  }

  /// Whether all hold.
  ///
  /// @param operands truths
  /// @return the formula; true if there are none
  public Truth all(List<Truth> operands) {
    List<Expr<BoolSort>> kept = new ArrayList<>();
    for (Truth operand : operands) {
      if (operand == no) {
        return no;
      }
      if (operand != yes) {
        kept.add(operand.expression());
      }
    }
    if (kept.isEmpty()) {
      return yes;
    }
    return truth(kept.size() == 1 ? kept.getFirst() : context.mkAnd(Truth.array(kept)));
  }

  /// Whether one holds.
  ///
  /// @param operands truths
  /// @return the formula; false if there are none
  public Truth any(List<Truth> operands) {
    List<Expr<BoolSort>> kept = new ArrayList<>();
    for (Truth operand : operands) {
      if (operand == yes) {
        return yes;
      }
      if (operand != no) {
        kept.add(operand.expression());
      }
    }
    if (kept.isEmpty()) {
      return no;
    }
    return truth(kept.size() == 1 ? kept.getFirst() : context.mkOr(Truth.array(kept)));
  }

  /// A solver without assumptions.
  ///
  /// @param fragment what it will be given
  /// @param limit how long each question may take, at least a millisecond
  /// @return the solver
  public Solver solver(Fragment fragment, Duration limit) {
    return new Solver(this, fragment, limit);
  }

  @Override
  public void close() {
    context.close();
  }
}
