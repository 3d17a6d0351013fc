package psyscall.model.interpret;

import java.util.Map;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The value of a term that reads no state variable: constants, and bound variables whose values
/// are given.
public final class ClosedTerms {
  private static final Evaluator EVALUATOR = new Evaluator(new Nothing());

  private ClosedTerms() {}

  /// The value of a term of a scalar sort.
  ///
  /// @param term a truth value, a number or a word
  /// @param meaning what its free bound variables stand for
  /// @return the value; a word has zeros above its width
  /// @throws ModelError if it reads a state variable, or a bound variable without a meaning
  public static long scalar(Term term, Map<Bound, Long> meaning) {
    return EVALUATOR.scalar(term, bindings(meaning));
  }

  /// The value of a term of the sort of memories.
  ///
  /// @param term a memory
  /// @param meaning what its free bound variables stand for
  /// @return the memory
  /// @throws ModelError if it reads a state variable, or a bound variable without a meaning
  public static Memory memory(Term term, Map<Bound, Long> meaning) {
    return EVALUATOR.memory(term, bindings(meaning));
  }

  private static Bindings bindings(Map<Bound, Long> meaning) {
    Bindings bindings = Bindings.NONE;
    for (Map.Entry<Bound, Long> one : meaning.entrySet()) {
      bindings = bindings.with(one.getKey(), Scalar.of(one.getValue()));
    }
    return bindings;
  }

  /// A store without variables.
  private record Nothing() implements Store {
    @Override
    public Value read(Var variable) {
      throw closed(variable);
    }

    @Override
    public Value read(Var variable, long id) {
      throw closed(variable);
    }

    @Override
    public void write(Var variable, Value value) {
      throw closed(variable);
    }

    @Override
    public void write(Var variable, long id, Value value) {
      throw closed(variable);
    }

    @Override
    public IdSet universe(Sort.Individual sort) {
      return IdSet.EMPTY;
    }

    @Override
    public void commit() {}

    @Override
    public void undo() {}

    private static ModelError closed(Var variable) {
      return new ModelError("state variable in a closed term: name=" + variable.name());
    }
  }
}
