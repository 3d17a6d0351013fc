package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.SHIFT_RIGHT;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.XOR;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Flag;

/// The flags: how arithmetic sets them, how conditions read them, and RFLAGS as one word.
public final class Flags {
  private static final int RFLAGS_BITS = 64;

  private Flags() {}

  /// Sets the flags of `left + right`.
  ///
  /// @param outcome where they are set
  /// @param left a summand
  /// @param right the other
  /// @return the sum
  static Word ofSum(Outcome outcome, Word left, Word right) {
    Word sum = left.plus(right);
    outcome.set(Flag.CF, sum.below(left));
    Word overflow = left.apply(XOR, sum).apply(AND, right.apply(XOR, sum));
    outcome.set(Flag.OF, negative(overflow));
    outcome.set(Flag.AF, halfCarry(left, right, sum));
    ofResult(outcome, sum);
    return sum;
  }

  /// Sets the flags of `left - right`.
  ///
  /// @param outcome where they are set
  /// @param left what is lessened
  /// @param right what is taken away
  /// @return the difference
  static Word ofDifference(Outcome outcome, Word left, Word right) {
    Word difference = left.minus(right);
    outcome.set(Flag.CF, left.below(right));
    Word overflow = left.apply(XOR, right).apply(AND, left.apply(XOR, difference));
    outcome.set(Flag.OF, negative(overflow));
    outcome.set(Flag.AF, halfCarry(left, right, difference));
    ofResult(outcome, difference);
    return difference;
  }

  /// Sets the flags of AND, OR, XOR and TEST; AF is undefined after them.
  ///
  /// @param outcome where they are set
  /// @param result the result
  static void ofLogic(Outcome outcome, Word result) {
    outcome.set(Flag.CF, Bool.FALSE).set(Flag.OF, Bool.FALSE).undefined(Flag.AF);
    ofResult(outcome, result);
  }

  /// Sets the flags of a product: CF and OF if it was cut, the others are undefined.
  ///
  /// @param outcome where they are set
  /// @param cut whether the upper half says more than the lower
  static void ofProduct(Outcome outcome, Bool cut) {
    outcome.set(Flag.CF, cut).set(Flag.OF, cut);
    outcome.undefined(Flag.PF, Flag.AF, Flag.ZF, Flag.SF);
  }

  private static void ofResult(Outcome outcome, Word result) {
    outcome.set(Flag.ZF, result.is(Word.of(0, result.width())));
    outcome.set(Flag.SF, negative(result));
    outcome.set(Flag.PF, evenParity(result));
  }

  private static Bool negative(Word word) {
    return word.lessThan(Word.of(0, word.width()));
  }

  private static Bool halfCarry(Word left, Word right, Word result) {
    return bit(left.apply(XOR, right).apply(XOR, result), 4);
  }

  /// Of the low byte alone.
  private static Bool evenParity(Word result) {
    Word folded = result.extract(0, 8);
    for (int shift = 4; shift > 0; shift /= 2) {
      folded = folded.apply(XOR, folded.apply(SHIFT_RIGHT, Word.of(shift, 8)));
    }
    return bit(folded, 0).not();
  }

  private static Bool bit(Word word, int at) {
    return word.extract(at, 1).is(Word.of(1, 1));
  }

  /// Whether a condition holds.
  ///
  /// @param condition which
  /// @param values where the flags are read
  /// @return what they say
  public static Bool holds(Condition condition, Values values) {
    return switch (condition) {
      case O -> values.get(Flag.OF);
      case NO -> values.get(Flag.OF).not();
      case B -> values.get(Flag.CF);
      case AE -> values.get(Flag.CF).not();
      case E -> values.get(Flag.ZF);
      case NE -> values.get(Flag.ZF).not();
      case BE -> Bool.any(values.get(Flag.CF), values.get(Flag.ZF));
      case A -> Bool.any(values.get(Flag.CF), values.get(Flag.ZF)).not();
      case S -> values.get(Flag.SF);
      case NS -> values.get(Flag.SF).not();
      case P -> values.get(Flag.PF);
      case NP -> values.get(Flag.PF).not();
      case L -> less(values);
      case GE -> less(values).not();
      case LE -> Bool.any(values.get(Flag.ZF), less(values));
      case G -> Bool.any(values.get(Flag.ZF), less(values)).not();
    };
  }

  private static Bool less(Values values) {
    return values.get(Flag.SF).is(values.get(Flag.OF)).not();
  }

  /// RFLAGS as one word.
  ///
  /// @param values where the flags are read
  /// @return 64 bits; the bit that is always set, is
  public static Word word(Values values) {
    Word word = Word.of(Flag.ALWAYS, RFLAGS_BITS);
    for (Flag flag : Flag.values()) {
      Word set = Word.of(flag.mask(), RFLAGS_BITS);
      Word clear = Word.of(0, RFLAGS_BITS);
      word = word.apply(OR, values.get(flag).choose(Word.bits(RFLAGS_BITS), set, clear));
    }
    return word;
  }

  /// A flag of a word that has the form of RFLAGS.
  ///
  /// @param rflags 64 bits
  /// @param flag which
  /// @return whether its bit is set
  public static Bool of(Word rflags, Flag flag) {
    return bit(rflags, flag.bit());
  }

  /// Sets all flags from a word.
  ///
  /// @param outcome where they are set
  /// @param rflags 64 bits
  /// @return the outcome
  static Outcome set(Outcome outcome, Word rflags) {
    for (Flag flag : Flag.values()) {
      outcome.set(flag, of(rflags, flag));
    }
    return outcome;
  }
}
