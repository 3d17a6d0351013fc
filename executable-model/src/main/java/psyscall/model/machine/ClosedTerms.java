package psyscall.model.machine;

import java.util.List;
import java.util.Map;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.Block;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// The value of a term that reads no state variable: constants, and bound variables whose values
/// are given.
public final class ClosedTerms {
  /// A specification of nothing: its only state has no variable but how the run ended.
  private static final Interpreter NOTHING = nothing();

  private ClosedTerms() {}

  private static Interpreter nothing() {
    Sort sort = new Sort.Enumeration(Specification.ENDING, List.of(Specification.RUNNING));
    Var ending = new Var(Specification.ENDING, sort, Var.Role.ENDING);
    return new Interpreter(
        new Specification(
            "nothing", List.of(ending), List.of(), List.of(), List.of(), new Block(List.of())),
        World.of());
  }

  /// The value of a term of a scalar sort.
  ///
  /// @param term a truth value, a number or a word
  /// @param meaning what its free bound variables stand for
  /// @return the value; a word has zeros above its width
  /// @throws psyscall.model.interpret.ModelError if it reads a bound variable without a meaning
  public static long scalar(Term term, Map<Bound, Long> meaning) {
    Term closed =
        meaning.isEmpty() ? term : Traversal.rewrite(term, part -> constant(part, meaning));
    return NOTHING.evaluate(closed, NOTHING.initial()).scalar();
  }

  private static Term constant(Term part, Map<Bound, Long> meaning) {
    if (part instanceof Term.Reference(Bound bound)) {
      Long value = meaning.get(bound);
      return value == null ? part : new Term.Literal(bound.sort(), value);
    }
    return part;
  }
}
