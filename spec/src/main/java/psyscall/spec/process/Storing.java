package psyscall.spec.process;

import java.util.function.Function;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Word;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The statements that change the state.
///
/// One method for each handle, not one for all: with that, the compiler would find a common type
/// for an id of a thread and an id of a processor, and let the one be stored where the other
/// belongs.
public abstract class Storing extends Recording {
  /// Starts with nothing recorded.
  ///
  /// @param owner the procedure's name, for addresses and messages
  protected Storing(String owner) {
    super(owner);
  }

  /// Starts with nothing recorded, named like the class.
  protected Storing() {}

  /// Stores a value, for code that does not know its sort; the sort is checked when this is
  /// recorded.
  ///
  /// @param place a variable, an entry of an array, a field of a record, a local
  /// @param value what is stored
  protected final void store(Expr place, Expr value) {
    store(place.term(), value.term());
  }

  /// Stores a truth value.
  ///
  /// @param place where
  /// @param value what is stored
  protected final void set(Bool place, Bool value) {
    store(place, value);
  }

  /// Stores a number.
  ///
  /// @param place where
  /// @param value what is stored
  protected final void set(Int place, Int value) {
    store(place, value);
  }

  /// Stores a machine word.
  ///
  /// @param place where
  /// @param value what is stored
  protected final void set(Word place, Word value) {
    store(place, value);
  }

  /// Stores a value of an enumeration.
  ///
  /// @param <E> the enumeration
  /// @param place where
  /// @param value what is stored
  protected final <E> void set(Sym<E> place, Sym<E> value) {
    store(place, value);
  }

  /// Stores an id.
  ///
  /// @param <K> whose id
  /// @param place where
  /// @param value what is stored
  protected final <K> void set(Id<K> place, Id<K> value) {
    store(place, value);
  }

  /// Stores an id or nil.
  ///
  /// @param <K> whose id
  /// @param place where
  /// @param value what is stored
  protected final <K> void set(Opt<K> place, Opt<K> value) {
    store(place, value);
  }

  /// Stores a set of ids.
  ///
  /// @param <K> whose ids
  /// @param place where
  /// @param value what is stored
  protected final <K> void set(IdSet<K> place, IdSet<K> value) {
    store(place, value);
  }

  /// Stores a queue of ids.
  ///
  /// @param <K> whose ids
  /// @param place where
  /// @param value what is stored
  protected final <K> void set(Fifo<K> place, Fifo<K> value) {
    store(place, value);
  }

  /// Stores a memory.
  ///
  /// @param place where
  /// @param value what is stored
  protected final void set(Bytes place, Bytes value) {
    store(place, value);
  }

  /// Stores a record.
  ///
  /// @param <R> which record
  /// @param place where
  /// @param value what is stored
  protected final <R> void set(Rec<R> place, Rec<R> value) {
    store(place, value);
  }

  /// Stores an array.
  ///
  /// @param <K> whose ids index it
  /// @param <E> the handle of an entry
  /// @param place where
  /// @param value what is stored
  protected final <K, E extends Expr> void set(Arr<K, E> place, Arr<K, E> value) {
    store(place, value);
  }

  /// Stores a constant of an enumeration.
  ///
  /// @param <E> the enumeration
  /// @param place where
  /// @param value the constant
  protected final <E> void set(Sym<E> place, E value) {
    set(place, place.constant(value));
  }

  /// Stores a truth value.
  ///
  /// @param place where
  /// @param value the constant
  protected final void set(Bool place, boolean value) {
    set(place, Bool.of(value));
  }

  /// Stores a number.
  ///
  /// @param place where
  /// @param value the constant
  protected final void set(Int place, long value) {
    set(place, Int.of(value));
  }

  /// Stores an id.
  ///
  /// @param <K> whose id
  /// @param place where
  /// @param value the id
  protected final <K> void set(Opt<K> place, Id<K> value) {
    set(place, value.known());
  }

  /// Stores nil.
  ///
  /// @param <K> whose id
  /// @param place where
  protected final <K> void clear(Opt<K> place) {
    store(place.term(), new Term.Literal(place.term().sort(), -1));
  }

  /// Puts an id into a set.
  ///
  /// @param <K> whose ids
  /// @param place the set
  /// @param id the id
  protected final <K> void add(IdSet<K> place, Id<K> id) {
    set(place, place.plus(id));
  }

  /// Takes an id out of a set.
  ///
  /// @param <K> whose ids
  /// @param place the set
  /// @param id the id
  protected final <K> void remove(IdSet<K> place, Id<K> id) {
    set(place, place.minus(id));
  }

  private void store(Term place, Term value) {
    requirePlace(place);
    requireSort(place, value);
    add(new Statement.Assign(place, value));
  }

  private static void requireSort(Term place, Term value) {
    if (!Sort.fits(place.sort(), value.sort())) {
      throw new IllFormed("wrong sort: place=" + place.sort() + ", value=" + value.sort());
    }
  }

  private static void requirePlace(Term term) {
    switch (term) {
      case Term.Read _, Term.Local _ -> {}
      case Term.Select select -> requirePlace(select.array());
      case Term.FieldOf field -> requirePlace(field.struct());
      case Term other -> throw new IllFormed("not a place that can be stored to: term=" + other);
    }
  }

  /// An assignment for all individuals at once gives each its own entry, so that none is given two.
  private static void requireEntryOf(Bound bound, Term place) {
    switch (place) {
      case Term.Select select when select.index().equals(new Term.Reference(bound)) -> {}
      case Term.Select select -> requireEntryOf(bound, select.array());
      case Term.FieldOf field -> requireEntryOf(bound, field.struct());
      case Term other ->
          throw new IllFormed("place that is not an entry of each individual: term=" + other);
    }
  }

  /// One assignment for all individuals at once that fulfil a condition.
  ///
  /// @param <K> whose ids
  /// @param <E> the handle of the entries
  /// @param ids the id sort
  /// @param where which individuals
  /// @param place the entry of one individual
  /// @param value its new value, computed from the state before
  protected final <K, E extends Expr> void forAll(
      Ids<K> ids, Function<Id<K>, Bool> where, Function<Id<K>, E> place, Function<Id<K>, E> value) {
    Bound bound = ids.bound();
    Id<K> id = ids.id().of(bound);
    Term target = place.apply(id).term();
    requirePlace(target);
    requireEntryOf(bound, target);
    Term stored = value.apply(id).term();
    requireSort(target, stored);
    add(new Statement.Bulk(bound, where.apply(id).term(), target, stored));
  }
}
