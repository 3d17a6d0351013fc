package psyscall.model.interpret;

import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// The meaning of a term: its value in a store, for whoever takes the step.
final class Evaluator {
  private final Store store;
  private final Optional<Sort.Individual> kind;
  private final long self;
  private final Optional<Taken> taken;

  /// The step that a step property speaks of, and the state after it.
  private record Taken(Rule rule, Evaluator after) {}

  private Evaluator(Store store, Optional<Sort.Individual> kind, long self, Optional<Taken> taken) {
    this.store = store;
    this.kind = kind;
    this.self = self;
    this.taken = taken;
  }

  /// An evaluator of terms about a state, which belong to no process.
  Evaluator(Store store) {
    this(store, Optional.empty(), -1, Optional.empty());
  }

  /// An evaluator of the terms of a process.
  ///
  /// @param kind whose individual takes the step; empty for a single process
  Evaluator(Store store, Optional<Sort.Individual> kind, Actor actor) {
    this(store, kind, actor.self(), Optional.empty());
  }

  /// An evaluator of the same process's terms about a step from here to another store.
  Evaluator ofStep(Rule rule, Store after) {
    Evaluator next = new Evaluator(after, kind, self, Optional.empty());
    return new Evaluator(store, kind, self, Optional.of(new Taken(rule, next)));
  }

  boolean holds(Term term, Bindings env) {
    return value(term, env).scalar() != 0;
  }

  long scalar(Term term, Bindings env) {
    return value(term, env).scalar();
  }

  Value value(Term term, Bindings env) {
    return switch (term) {
      case Term.Read t -> store.read(t.variable());
      case Term.Literal t -> Scalar.of(t.value());
      case Term.Reference t -> env.valueOf(t.bound());
      case Term.Select t -> select(t, env);
      case Term.Self t -> self(t.sort());
      case Term.Same t -> Scalar.of(value(t.left(), env).equals(value(t.right(), env)));
      case Term.Not t -> Scalar.of(!holds(t.operand(), env));
      case Term.And t -> Scalar.of(all(t.operands(), env));
      case Term.Or t -> Scalar.of(any(t.operands(), env));
      case Term.IfElse t -> value(holds(t.condition(), env) ? t.then() : t.otherwise(), env);
      case Term.Known t -> value(t.id(), env);
      case Term.The t -> the(t, env);
      case Term.Match t -> match(t, env);
      case CollectionTerm t -> collection(t, env);
      case Term.Arithmetic t -> Scalar.of(arithmetic(t, env));
      case Term.Less t -> {
        long left = scalar(t.left(), env);
        long right = scalar(t.right(), env);
        yield Scalar.of(left < right || (t.orEqual() && left == right));
      }
      case Term.ForAll t -> Scalar.of(forAll(t, env));
      case Term.Exists t -> Scalar.of(exists(t, env));
      case Term.Empty t -> empty(t.sort());
      case Term.FieldOf t -> {
        int position = Check.struct(t.struct()).position(t.field());
        yield ((Struct) value(t.struct(), env)).fields().get(position);
      }
      case Term.StructOf t -> new Struct(t.fields().stream().map(f -> value(f, env)).toList());
      case Term.WithField t -> {
        int position = Check.struct(t.struct()).position(t.field());
        yield ((Struct) value(t.struct(), env)).with(position, value(t.value(), env));
      }
      case Term.With t -> {
        Array array = (Array) value(t.array(), env);
        yield FixedStore.replaced(array, scalar(t.index(), env), value(t.element(), env));
      }
      case Term.Each t -> each(t, env);
      case WordTerm t -> Words.value(t, this, env);
      case Term.SelfOrNil t -> Scalar.of(kind.equals(Optional.of(t.of())) ? self : -1);
      case Term.Next t -> taken(t).after().value(t.operand(), env);
      case Term.StepOf t ->
          Scalar.of(t.procedures().contains(taken(t).rule().address().procedure()));
      case Term.Local t -> throw new ModelError("local before inlining: " + t.variable());
    };
  }

  private Value select(Term.Select t, Bindings env) {
    long id = scalar(t.index(), env);
    if (t.array() instanceof Term.Read read) {
      return store.read(read.variable(), id);
    }
    return FixedStore.entry((Array) value(t.array(), env), id);
  }

  private Value self(Sort.Individual wanted) {
    if (!kind.equals(Optional.of(wanted))) {
      throw new ModelError("self in a process of another kind: sort=" + wanted.name());
    }
    return Scalar.of(self);
  }

  private Taken taken(Term term) {
    return taken.orElseThrow(() -> new ModelError("term outside a step property: term=" + term));
  }

  private boolean all(List<Term> operands, Bindings env) {
    for (Term operand : operands) {
      if (!holds(operand, env)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(List<Term> operands, Bindings env) {
    for (Term operand : operands) {
      if (holds(operand, env)) {
        return true;
      }
    }
    return false;
  }

  private Value the(Term.The t, Bindings env) {
    Value id = value(t.optional(), env);
    if (id.scalar() < 0) {
      throw new ModelError("nil where an id must be: term=" + t.optional());
    }
    return id;
  }

  private Value match(Term.Match t, Bindings env) {
    Value id = value(t.optional(), env);
    return id.scalar() < 0 ? value(t.none(), env) : value(t.some(), env.with(t.bound(), id));
  }

  private long arithmetic(Term.Arithmetic t, Bindings env) {
    long left = scalar(t.left(), env);
    long right = scalar(t.right(), env);
    return switch (t.operator()) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case DIVIDE -> Math.floorDiv(left, right);
    };
  }

  private boolean forAll(Term.ForAll t, Bindings env) {
    IdSet ids = store.universe(Check.individual(t.bound().sort()));
    for (int at = 0; at < ids.size(); at++) {
      if (!holds(t.condition(), env.with(t.bound(), Scalar.of(ids.at(at))))) {
        return false;
      }
    }
    return true;
  }

  private boolean exists(Term.Exists t, Bindings env) {
    IdSet ids = store.universe(Check.individual(t.bound().sort()));
    for (int at = 0; at < ids.size(); at++) {
      if (holds(t.condition(), env.with(t.bound(), Scalar.of(ids.at(at))))) {
        return true;
      }
    }
    return false;
  }

  private Value each(Term.Each t, Bindings env) {
    IdSet ids = store.universe(Check.individual(t.bound().sort()));
    if (!ids.equals(IdSet.below(ids.size()))) {
      throw new ModelError("whole array in a world that grows: term=" + t);
    }
    Value[] elements = new Value[ids.size()];
    for (int at = 0; at < elements.length; at++) {
      elements[at] = value(t.element(), env.with(t.bound(), Scalar.of(at)));
    }
    return Array.of(List.of(elements));
  }

  private static Value empty(Sort sort) {
    return switch (sort) {
      case Sort.SetOf _ -> IdSet.EMPTY;
      case Sort.Queue _ -> Queue.EMPTY;
      case Sort.Memory _ -> Memory.ZERO;
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.Bits _,
          Sort.ArrayOf _,
          Sort.Struct _ ->
          throw new ModelError("empty value of a sort that has none: sort=" + sort);
    };
  }

  IdSet set(Term term, Bindings env) {
    return (IdSet) value(term, env);
  }

  private Queue queue(Term term, Bindings env) {
    return (Queue) value(term, env);
  }

  private Value collection(CollectionTerm term, Bindings env) {
    return switch (term) {
      case CollectionTerm.Member t -> Scalar.of(set(t.set(), env).contains(scalar(t.id(), env)));
      case CollectionTerm.Combine t -> {
        IdSet left = set(t.left(), env);
        IdSet right = set(t.right(), env);
        yield switch (t.operator()) {
          case UNION -> left.union(right);
          case INTERSECTION -> left.intersection(right);
          case DIFFERENCE -> left.difference(right);
        };
      }
      case CollectionTerm.Singleton t -> IdSet.single(scalar(t.id(), env));
      case CollectionTerm.Where t ->
          store
              .universe(Check.individual(t.bound().sort()))
              .where(id -> holds(t.condition(), env.with(t.bound(), Scalar.of(id))));
      case CollectionTerm.Size t -> {
        Value of = value(t.collection(), env);
        yield Scalar.of(of instanceof Queue queue ? queue.size() : ((IdSet) of).size());
      }
      case CollectionTerm.Append t -> queue(t.queue(), env).append(scalar(t.id(), env));
      case CollectionTerm.First t -> Scalar.of(queue(t.queue(), env).first());
      case CollectionTerm.Rest t -> queue(t.queue(), env).rest();
      case CollectionTerm.Elements t -> queue(t.queue(), env).elements();
    };
  }

  Memory memory(Term term, Bindings env) {
    return (Memory) value(term, env);
  }
}
