package psyscall.proofs.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import java.util.OptionalLong;

/// A formula that is a machine word of 1 to 64 bits; signed and unsigned are a matter of the
/// operation.
public final class Word implements Formula {
  private final Smt smt;
  private final Expr<BitVecSort> expression;
  private final int width;
  private final boolean known;
  private final long value;

  Word(Smt smt, Expr<BitVecSort> expression, int width, boolean known, long value) {
    if (width < 1 || width > Long.SIZE) {
      throw new IllegalArgumentException("word width: width=" + width + ", limit=1..64");
    }
    this.smt = smt;
    this.expression = expression;
    this.width = width;
    this.known = known;
    this.value = value;
  }

  /// What is done with two words of one width.
  public enum Operator {
    /// Sum, modulo 2^width.
    ADD,
    /// Difference, modulo 2^width.
    SUBTRACT,
    /// Product, modulo 2^width.
    MULTIPLY,
    /// Bits that both have.
    AND,
    /// Bits that one has.
    OR,
    /// Bits that exactly one has.
    XOR,
    /// Left shift; an amount of at least the width shifts everything out.
    SHIFT_LEFT,
    /// Right shift that brings zeros.
    SHIFT_RIGHT,
    /// Right shift that brings the sign.
    SHIFT_RIGHT_SIGNED,
    /// Quotient of signed words, rounded to zero.
    DIVIDE_SIGNED,
    /// What is left of a signed division that rounds down.
    MODULO_SIGNED
  }

  /// How two words are compared.
  public enum Order {
    /// As numbers from 0.
    UNSIGNED,
    /// As two's complements.
    SIGNED
  }

  static long truncate(long bits, int width) {
    return width == Long.SIZE ? bits : bits & (1L << width) - 1;
  }

  Expr<BitVecSort> expression() {
    return expression;
  }

  /// How many bits it has.
  ///
  /// @return 1 to 64
  public int width() {
    return width;
  }

  /// Its bits, where they are a constant.
  ///
  /// @return with zeros above the width; empty where only a solver can tell
  public OptionalLong constant() {
    return known ? OptionalLong.of(value) : OptionalLong.empty();
  }

  boolean isSurely(Word other) {
    return this == other || (known && other.known && value == other.value && width == other.width);
  }

  private void requireWidthOf(Word other) {
    if (width != other.width) {
      throw new IllegalArgumentException("word widths: left=" + width + ", right=" + other.width);
    }
  }

  private long signed() {
    return value << (Long.SIZE - width) >> (Long.SIZE - width);
  }

  /// An operation on two words of one width.
  ///
  /// @param operator which
  /// @param right the right operand
  /// @return the formula
  public Word apply(Operator operator, Word right) {
    requireWidthOf(right);
    if (known && right.known) {
      OptionalLong folded = fold(operator, right);
      if (folded.isPresent()) {
        return smt.word(folded.getAsLong(), width);
      }
    }
    Context z3 = smt.context();
    Expr<BitVecSort> other = right.expression;
    Expr<BitVecSort> result =
        switch (operator) {
          case ADD -> z3.mkBVAdd(expression, other);
          case SUBTRACT -> z3.mkBVSub(expression, other);
          case MULTIPLY -> z3.mkBVMul(expression, other);
          case AND -> z3.mkBVAND(expression, other);
          case OR -> z3.mkBVOR(expression, other);
          case XOR -> z3.mkBVXOR(expression, other);
          case SHIFT_LEFT -> z3.mkBVSHL(expression, other);
          case SHIFT_RIGHT -> z3.mkBVLSHR(expression, other);
          case SHIFT_RIGHT_SIGNED -> z3.mkBVASHR(expression, other);
          case DIVIDE_SIGNED -> z3.mkBVSDiv(expression, other);
          case MODULO_SIGNED -> z3.mkBVSMod(expression, other);
        };
    return smt.word(result, width);
  }

  /// What needs no care at its edges; the rest is left to the solver.
  private OptionalLong fold(Operator operator, Word right) {
    return switch (operator) {
      case ADD -> OptionalLong.of(value + right.value);
      case SUBTRACT -> OptionalLong.of(value - right.value);
      case MULTIPLY -> OptionalLong.of(value * right.value);
      case AND -> OptionalLong.of(value & right.value);
      case OR -> OptionalLong.of(value | right.value);
      case XOR -> OptionalLong.of(value ^ right.value);
      case DIVIDE_SIGNED ->
          right.signed() > 0 ? OptionalLong.of(signed() / right.signed()) : OptionalLong.empty();
      case MODULO_SIGNED ->
          right.signed() > 0
              ? OptionalLong.of(Math.floorMod(signed(), right.signed()))
              : OptionalLong.empty();
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> OptionalLong.empty();
    };
  }

  /// Whether both have the same bits.
  ///
  /// @param other a word of the same width
  /// @return the formula
  public Truth same(Word other) {
    requireWidthOf(other);
    if (known && other.known) {
      return smt.truth(value == other.value);
    }
    return expression.equals(other.expression)
        ? smt.truth(true)
        : smt.truth(smt.context().mkEq(expression, other.expression));
  }

  /// Whether this one is below another.
  ///
  /// @param other a word of the same width
  /// @param order how they are compared
  /// @return the formula
  public Truth less(Word other, Order order) {
    requireWidthOf(other);
    if (known && other.known) {
      return smt.truth(
          switch (order) {
            case UNSIGNED -> Long.compareUnsigned(value, other.value) < 0;
            case SIGNED -> signed() < other.signed();
          });
    }
    BoolExpr result =
        switch (order) {
          case UNSIGNED -> smt.context().mkBVULT(expression, other.expression);
          case SIGNED -> smt.context().mkBVSLT(expression, other.expression);
        };
    return smt.truth(result);
  }

  /// The word with more bits.
  ///
  /// @param to at least its width, at most 64
  /// @param order unsigned brings zeros, signed the sign
  /// @return the formula
  public Word extend(int to, Order order) {
    if (to == width) {
      return this;
    }
    if (known) {
      return smt.word(order == Order.SIGNED ? signed() : value, to);
    }
    int more = to - width;
    Expr<BitVecSort> wide =
        switch (order) {
          case UNSIGNED -> smt.context().mkZeroExt(more, expression);
          case SIGNED -> smt.context().mkSignExt(more, expression);
        };
    return smt.word(wide, to);
  }

  /// Some of its bits.
  ///
  /// @param low the lowest, from 0
  /// @param count how many
  /// @return the formula
  public Word extract(int low, int count) {
    if (low == 0 && count == width) {
      return this;
    }
    if (known) {
      return smt.word(value >>> low, count);
    }
    return smt.word(smt.context().mkExtract(low + count - 1, low, expression), count);
  }

  /// Its bits with those of another below.
  ///
  /// @param low the word below
  /// @return a word as wide as both
  public Word above(Word low) {
    if (known && low.known) {
      return smt.word(value << low.width | low.value, width + low.width);
    }
    return smt.word(smt.context().mkConcat(expression, low.expression), width + low.width);
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
