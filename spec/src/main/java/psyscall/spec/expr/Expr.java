package psyscall.spec.expr;

import psyscall.spec.term.Term;

/// A typed handle on a term: what specifications are written with.
public sealed interface Expr permits Bool, Int, Word, Sym, Id, Opt, IdSet, Fifo, Bytes, Rec, Arr {
  /// The term behind the handle.
  ///
  /// @return the abstract syntax
  Term term();

  /// A handle of the same type on another term.
  ///
  /// @param <E> the handle
  /// @param example a handle of the wanted type
  /// @param term a term of the same sort
  /// @return its handle
  @SuppressWarnings("unchecked") // each case makes the record that the example is
  static <E extends Expr> E like(E example, Term term) {
    Expr handle =
        switch ((Expr) example) {
          case Bool _ -> new Bool(term);
          case Int _ -> new Int(term);
          case Word _ -> new Word(term);
          case Sym<?> _ -> new Sym<>(term);
          case Id<?> _ -> new Id<>(term);
          case Opt<?> _ -> new Opt<>(term);
          case IdSet<?> _ -> new IdSet<>(term);
          case Fifo<?> _ -> new Fifo<>(term);
          case Bytes _ -> new Bytes(term);
          case Rec<?> _ -> new Rec<>(term);
          case Arr<?, ?> a -> a.like(term);
        };
    return (E) handle;
  }
}
