package psyscall.spec.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Type;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Collects the state variables as the structures declare them.
final class Declarations {
  private final List<Var> variables = new ArrayList<>();
  private final Map<Sort.Individual, Integer> capacities;

  /// Begins with none, and with queues as sets.
  Declarations() {
    this(Map.of());
  }

  /// Begins with none.
  ///
  /// @param capacities how many individuals of a sort can be in a queue; empty where queues are
  ///   sets
  Declarations(Map<Sort.Individual, Integer> capacities) {
    this.capacities = Map.copyOf(capacities);
  }

  List<Var> variables() {
    return List.copyOf(variables);
  }

  <E extends Expr> E scalar(String name, Type<E> type) {
    return scalar(name, type, Var.Role.FIELD);
  }

  <E extends Expr> E scalar(String name, Type<E> type, Var.Role role) {
    Var variable = new Var(name, type.sort(), role);
    variables.add(variable);
    return type.of(new Term.Read(variable));
  }

  /// A queue, in Go's order where that is modelled.
  <K> Queue<K> queue(String name, Ids<K> ids, Queue.Discipline discipline) {
    return capacities.isEmpty()
        ? new Queue.AnyOrder<>(scalar(name, ids.set()))
        : new Queue.Ordered<>(scalar(name, fifo(ids)), discipline);
  }

  /// A queue for each individual.
  <I, K> Queues<I, K> queues(String name, Ids<I> index, Ids<K> ids, Queue.Discipline discipline) {
    if (capacities.isEmpty()) {
      Arr<I, IdSet<K>> sets = array(name, index, ids.set());
      return new Queues<>(id -> new Queue.AnyOrder<>(sets.of(id)));
    }
    Arr<I, Fifo<K>> queues = array(name, index, fifo(ids));
    return new Queues<>(id -> new Queue.Ordered<>(queues.of(id), discipline));
  }

  private <K> Type<Fifo<K>> fifo(Ids<K> ids) {
    return ids.fifo(capacities.getOrDefault(ids.sort(), 1));
  }

  /// The handle on a field that not every release has.
  static <H> H present(Optional<H> field, String name) {
    return field.orElseThrow(() -> new IllFormed("a field that the release lacks: field=" + name));
  }

  <K, E extends Expr> Arr<K, E> array(String name, Ids<K> index, Type<E> element) {
    return array(name, index, element, Var.Role.FIELD);
  }

  <K, E extends Expr> Arr<K, E> array(String name, Ids<K> index, Type<E> element, Var.Role role) {
    return scalar(name, index.array(element), role);
  }
}
