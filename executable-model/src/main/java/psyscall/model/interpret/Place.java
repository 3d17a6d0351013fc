package psyscall.model.interpret;

import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A place that can be stored to, with its indexes evaluated: a variable, and the way from its
/// value to the part that is replaced.
final class Place {
  private final Var variable;
  private final long[] path;

  /// @param path ids of individuals and positions of fields, outermost first
  private Place(Var variable, long[] path) {
    this.variable = variable;
    this.path = path;
  }

  /// The place that a term means now.
  static Place of(Term term, Evaluator evaluator, Bindings env) {
    return of(term, 0, evaluator, env);
  }

  /// @param deeper how many ways lie inside the part that the term means
  private static Place of(Term term, int deeper, Evaluator evaluator, Bindings env) {
    return switch (term) {
      case Term.Read read -> new Place(read.variable(), new long[deeper]);
      case Term.Select select ->
          of(select.array(), deeper + 1, evaluator, env)
              .by(deeper, evaluator.scalar(select.index(), env));
      case Term.FieldOf field ->
          of(field.struct(), deeper + 1, evaluator, env)
              .by(deeper, Check.struct(field.struct()).position(field.field()));
      case Term other -> throw new ModelError("not a place that can be stored to: term=" + other);
    };
  }

  private Place by(int deeper, long way) {
    path[path.length - 1 - deeper] = way;
    return this;
  }

  /// Stores a value; the other parts of the variable's value stay as they are when this is called.
  void write(Store store, Value value) {
    if (path.length == 0) {
      store.write(variable, value);
    } else if (variable.sort() instanceof Sort.ArrayOf) {
      long id = path[0];
      Value entry = path.length == 1 ? value : replaced(store.read(variable, id), 1, value);
      store.write(variable, id, entry);
    } else {
      store.write(variable, replaced(store.read(variable), 0, value));
    }
  }

  private Value replaced(Value whole, int at, Value value) {
    if (at == path.length) {
      return value;
    }
    return switch (whole) {
      case Array array -> {
        Value part = replaced(FixedStore.entry(array, path[at]), at + 1, value);
        yield FixedStore.replaced(array, path[at], part);
      }
      case Struct struct -> {
        int position = (int) path[at];
        yield struct.with(position, replaced(struct.fields().get(position), at + 1, value));
      }
      case Scalar _, IdSet _, Queue _, Memory _ ->
          throw new ModelError("value without parts: variable=" + variable.name());
    };
  }
}
