package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.MUL;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.SHIFT_RIGHT;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;

/// Products wider than a word of the language: the upper halves, by the school's method.
final class Products {
  private static final int BITS = 64;
  private static final int HALF = 32;

  private Products() {}

  static Word low(Word left, Word right) {
    return left.apply(MUL, right);
  }

  /// The upper half of the unsigned product.
  static Word high(Word left, Word right) {
    int width = left.width();
    if (width < BITS) {
      Word product = left.zeroExtend(2 * width).apply(MUL, right.zeroExtend(2 * width));
      return product.extract(width, width);
    }
    Word a0 = left.extract(0, HALF).zeroExtend(BITS);
    Word a1 = left.extract(HALF, HALF).zeroExtend(BITS);
    Word b0 = right.extract(0, HALF).zeroExtend(BITS);
    Word b1 = right.extract(HALF, HALF).zeroExtend(BITS);
    Word mixed = a1.apply(MUL, b0).plus(upper(a0.apply(MUL, b0)));
    Word other = a0.apply(MUL, b1).plus(mixed.extract(0, HALF).zeroExtend(BITS));
    return a1.apply(MUL, b1).plus(upper(mixed)).plus(upper(other));
  }

  private static Word upper(Word word) {
    return word.apply(SHIFT_RIGHT, Word.of(HALF, BITS));
  }

  /// Whether the signed product does not fit into one word.
  static Bool isCutSigned(Word left, Word right) {
    int width = left.width();
    Word zero = Word.of(0, width);
    Word high =
        high(left, right)
            .minus(left.lessThan(zero).choose(Word.bits(width), right, zero))
            .minus(right.lessThan(zero).choose(Word.bits(width), left, zero));
    Bool negative = low(left, right).lessThan(zero);
    return high.is(negative.choose(Word.bits(width), Word.of(-1, width), zero)).not();
  }
}
