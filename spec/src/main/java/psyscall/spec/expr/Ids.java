package psyscall.spec.expr;

import java.util.Locale;
import java.util.function.Function;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// An id sort, typed: where quantifiers and sets over it come from.
///
/// @param <K> a marker type, so that ids of two sorts cannot be swapped
/// @param sort the id sort
public record Ids<K>(Sort.Individual sort) {
  /// The id sort of a name.
  ///
  /// @param <K> its marker type
  /// @param name the sort's name
  /// @return the typed sort
  public static <K> Ids<K> of(String name) {
    return new Ids<>(new Sort.Individual(name));
  }

  /// The sort of its ids.
  ///
  /// @return the sort with its handle
  public Type<Id<K>> id() {
    return new Type<>(sort, Id::new);
  }

  /// The sort of an id or nil.
  ///
  /// @return the sort with its handle
  public Type<Opt<K>> opt() {
    return new Type<>(new Sort.Optional(sort), Opt::new);
  }

  /// The sort of sets of its ids.
  ///
  /// @return the sort with its handle
  public Type<IdSet<K>> set() {
    return new Type<>(new Sort.SetOf(sort), IdSet::new);
  }

  /// The sort of queues of its ids.
  ///
  /// @param capacity the greatest length
  /// @return the sort with its handle
  public Type<Fifo<K>> fifo(int capacity) {
    return new Type<>(new Sort.Queue(sort, capacity), Fifo::new);
  }

  /// The sort of arrays indexed by its ids.
  ///
  /// @param <E> the handle of an entry
  /// @param element the sort of an entry
  /// @return the sort with its handle
  public <E extends Expr> Type<Arr<K, E>> array(Type<E> element) {
    return new Type<>(
        new Sort.ArrayOf(sort, element.sort()), term -> new Arr<>(term, this, element));
  }

  /// Nil.
  ///
  /// @return no id
  public Opt<K> nil() {
    return new Opt<>(new Term.Literal(new Sort.Optional(sort), -1));
  }

  /// A named individual; only initial states and properties about one individual may use it.
  ///
  /// @param index which, from 0
  /// @return its id
  public Id<K> individual(int index) {
    return new Id<>(new Term.Literal(sort, index));
  }

  /// No ids.
  ///
  /// @return the empty set
  public IdSet<K> none() {
    return new IdSet<>(new Term.Empty(new Sort.SetOf(sort)));
  }

  /// All ids.
  ///
  /// @return the set of all individuals
  public IdSet<K> all() {
    return where(_ -> Bool.TRUE);
  }

  /// The ids for which a condition holds.
  ///
  /// @param condition about one id
  /// @return their set
  public IdSet<K> where(Function<Id<K>, Bool> condition) {
    Bound bound = bound();
    return new IdSet<>(new CollectionTerm.Where(bound, condition.apply(id().of(bound)).term()));
  }

  /// How many ids a condition holds for.
  ///
  /// @param condition about one id
  /// @return the number
  public Int count(Function<Id<K>, Bool> condition) {
    return where(condition).size();
  }

  /// A condition for every id.
  ///
  /// @param condition about one id
  /// @return whether all fulfil it
  public Bool forAll(Function<Id<K>, Bool> condition) {
    Bound bound = bound();
    return new Bool(new Term.ForAll(bound, condition.apply(id().of(bound)).term()));
  }

  /// A condition for some id.
  ///
  /// @param condition about one id
  /// @return whether one fulfils it
  public Bool exists(Function<Id<K>, Bool> condition) {
    Bound bound = bound();
    return new Bool(new Term.Exists(bound, condition.apply(id().of(bound)).term()));
  }

  /// The array with a value computed for each id.
  ///
  /// @param <E> the handle of an entry
  /// @param element the sort of an entry
  /// @param value the entry of one id
  /// @return the array
  public <E extends Expr> Arr<K, E> each(Type<E> element, Function<Id<K>, E> value) {
    Bound bound = bound();
    return new Arr<>(new Term.Each(bound, value.apply(id().of(bound)).term()), this, element);
  }

  /// A fresh bound variable over the sort.
  ///
  /// @return the variable, named after the sort
  public Bound bound() {
    return new Bound(sort.name().toLowerCase(Locale.ROOT), sort);
  }
}
