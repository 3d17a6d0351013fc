package psyscall.proofs.smt;

import com.microsoft.z3.ArraySort;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.Expr;

/// A formula that is a memory: a byte at each of the 2^64 addresses.
public final class Bytes implements Formula {
  private final Smt smt;
  private final Expr<ArraySort<BitVecSort, BitVecSort>> expression;

  Bytes(Smt smt, Expr<ArraySort<BitVecSort, BitVecSort>> expression) {
    this.smt = smt;
    this.expression = expression;
  }

  Expr<ArraySort<BitVecSort, BitVecSort>> expression() {
    return expression;
  }

  /// The word at an address, little-endian.
  ///
  /// @param address of its lowest byte, 64 bits; addresses wrap
  /// @param bytes how many, 1 to 8
  /// @return the formula
  public Word load(Word address, int bytes) {
    Word word = at(address);
    for (int more = 1; more < bytes; more++) {
      word = at(offset(address, more)).above(word);
    }
    return word;
  }

  private Word at(Word address) {
    return smt.word(smt.context().mkSelect(expression, address.expression()), Byte.SIZE);
  }

  private Word offset(Word address, int bytes) {
    return bytes == 0
        ? address
        : address.apply(Word.Operator.ADD, smt.word(bytes, address.width()));
  }

  /// The memory with a word stored, little-endian.
  ///
  /// @param address of its lowest byte, 64 bits; addresses wrap
  /// @param word whole bytes
  /// @return the formula
  public Bytes store(Word address, Word word) {
    Expr<ArraySort<BitVecSort, BitVecSort>> stored = expression;
    for (int at = 0; at * Byte.SIZE < word.width(); at++) {
      Word part = word.extract(at * Byte.SIZE, Byte.SIZE);
      stored = smt.context().mkStore(stored, offset(address, at).expression(), part.expression());
    }
    return new Bytes(smt, stored);
  }

  /// Whether both have the same byte at every address.
  ///
  /// @param other the other
  /// @return the formula
  public Truth same(Bytes other) {
    return expression.equals(other.expression)
        ? smt.truth(true)
        : smt.truth(smt.context().mkEq(expression, other.expression));
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
