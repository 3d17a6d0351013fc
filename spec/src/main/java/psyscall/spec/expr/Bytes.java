package psyscall.spec.expr;

import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// A byte-addressed memory, total over 64-bit addresses.
///
/// @param term the term behind it
public record Bytes(Term term) implements Expr {
  /// The sort with its handle.
  public static final Type<Bytes> TYPE = new Type<>(new Sort.Memory(), Bytes::new);

  /// Checks the sort.
  public Bytes {
    Check.memory(term);
  }

  /// A word in memory, little-endian.
  ///
  /// @param address where, a 64-bit word
  /// @param bytes 1, 2, 4 or 8
  /// @return the word
  public Word load(Word address, int bytes) {
    return new Word(new WordTerm.Load(term, address.term(), bytes));
  }

  /// The memory with a word written, little-endian.
  ///
  /// @param address where, a 64-bit word
  /// @param word 8, 16, 32 or 64 bits
  /// @return the memory after the store
  public Bytes store(Word address, Word word) {
    return new Bytes(new WordTerm.Store(term, address.term(), word.term()));
  }
}
