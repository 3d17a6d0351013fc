package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// A machine word.
///
/// @param term the term behind it
public record Word(Term term) implements Expr {
  /// Checks the sort.
  public Word {
    Check.bits(term);
  }

  /// The sort of words of a width.
  ///
  /// @param width 1 to 64 bits
  /// @return the sort with its handle
  public static Type<Word> bits(int width) {
    return new Type<>(new Sort.Bits(width), Word::new);
  }

  /// A constant.
  ///
  /// @param value the value; its low `width` bits count
  /// @param width 1 to 64 bits
  /// @return the constant
  public static Word of(long value, int width) {
    Sort.Bits sort = new Sort.Bits(width);
    return new Word(new Term.Literal(sort, width == 64 ? value : value & ((1L << width) - 1)));
  }

  /// How wide it is.
  ///
  /// @return the width in bits
  public int width() {
    return Check.bits(term).width();
  }

  /// An operation modulo 2^width.
  ///
  /// @param operator which
  /// @param other the right operand, of the same width
  /// @return the result
  public Word apply(WordTerm.WordOperation.Operator operator, Word other) {
    return new Word(new WordTerm.WordOperation(operator, term, other.term));
  }

  /// Sum modulo 2^width.
  ///
  /// @param other the other summand
  /// @return the sum
  public Word plus(Word other) {
    return apply(WordTerm.WordOperation.Operator.ADD, other);
  }

  /// Difference modulo 2^width.
  ///
  /// @param other what is taken away
  /// @return the difference
  public Word minus(Word other) {
    return apply(WordTerm.WordOperation.Operator.SUB, other);
  }

  /// Unsigned order.
  ///
  /// @param other the right side
  /// @return whether this is less
  public Bool below(Word other) {
    return new Bool(new WordTerm.WordLess(term, other.term, false, false));
  }

  /// Unsigned order.
  ///
  /// @param other the right side
  /// @return whether this is less or equal
  public Bool belowOrSame(Word other) {
    return new Bool(new WordTerm.WordLess(term, other.term, false, true));
  }

  /// Signed order.
  ///
  /// @param other the right side
  /// @return whether this is less
  public Bool lessThan(Word other) {
    return new Bool(new WordTerm.WordLess(term, other.term, true, false));
  }

  /// Signed order.
  ///
  /// @param other the right side
  /// @return whether this is less or equal
  public Bool atMost(Word other) {
    return new Bool(new WordTerm.WordLess(term, other.term, true, true));
  }

  /// Wider, with zeros.
  ///
  /// @param width the new width in bits
  /// @return the extended word
  public Word zeroExtend(int width) {
    return new Word(new WordTerm.Extend(term, width, false));
  }

  /// Wider, with copies of the sign bit.
  ///
  /// @param width the new width in bits
  /// @return the extended word
  public Word signExtend(int width) {
    return new Word(new WordTerm.Extend(term, width, true));
  }

  /// Some of its bits.
  ///
  /// @param low the lowest bit, from 0
  /// @param width how many bits
  /// @return the bits as a word of their own
  public Word extract(int low, int width) {
    return new Word(new WordTerm.Extract(term, low, width));
  }

  /// Equality.
  ///
  /// @param other a word of the same width
  /// @return whether the two are equal
  public Bool is(Word other) {
    return new Bool(new Term.Same(term, other.term));
  }
}
