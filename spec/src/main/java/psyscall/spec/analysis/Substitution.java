package psyscall.spec.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Terms put in the place of variables, with the result simplified.
///
/// Nothing is captured: each binder that the result contains is a fresh one whenever a term that
/// may mention a binder's variable is put below another binder. What is put in the place of state
/// variables mentions no binder's variable at all.
final class Substitution {
  private final Map<Var, Term> reads;
  private final Map<Bound, Term> bounds;
  private final Optional<Term> self;
  private final Binders binders;

  private enum Binders {
    KEPT,
    FRESH
  }

  private Substitution(
      Map<Var, Term> reads, Map<Bound, Term> bounds, Optional<Term> self, Binders binders) {
    this.reads = reads;
    this.bounds = bounds;
    this.self = self;
    this.binders = binders;
  }

  /// A term in the place of one bound variable.
  static Substitution of(Bound bound, Term term) {
    return new Substitution(Map.of(), Map.of(bound, term), Optional.empty(), Binders.FRESH);
  }

  /// Terms without free variables, or with free variables that no binder has, in the place of state
  /// variables and bound variables.
  static Substitution closed(Map<Var, Term> reads, Map<Bound, Term> bounds) {
    return new Substitution(reads, bounds, Optional.empty(), Binders.KEPT);
  }

  /// The constants of a path, and the process that takes the step, replaced by closed terms.
  static Substitution closed(Map<Bound, Term> bounds, Optional<Term> self) {
    return new Substitution(Map.of(), bounds, self, Binders.KEPT);
  }

  Term apply(Term term) {
    return switch (term) {
      case Term.Read read -> reads.getOrDefault(read.variable(), read);
      case Term.Reference reference -> bounds.getOrDefault(reference.bound(), reference);
      case Term.Self it -> self.orElse(it);
      case Term.Match t -> {
        Under some = under(t.bound());
        yield Simplification.of(
            new Term.Match(
                apply(t.optional()), some.bound(), some.inner().apply(t.some()), apply(t.none())));
      }
      case Term.ForAll t -> {
        Under all = under(t.bound());
        yield Simplification.of(new Term.ForAll(all.bound(), all.inner().apply(t.condition())));
      }
      case Term.Exists t -> {
        Under some = under(t.bound());
        yield Simplification.of(new Term.Exists(some.bound(), some.inner().apply(t.condition())));
      }
      case Term.Each t -> {
        Under each = under(t.bound());
        yield new Term.Each(each.bound(), each.inner().apply(t.element()));
      }
      case CollectionTerm.Where t -> {
        Under where = under(t.bound());
        yield new CollectionTerm.Where(where.bound(), where.inner().apply(t.condition()));
      }
      case Term other -> Simplification.of(Traversal.map(other, this::apply));
    };
  }

  List<Term> apply(List<Term> terms) {
    return terms.stream().map(this::apply).toList();
  }

  private record Under(Bound bound, Substitution inner) {}

  /// What happens below a binder.
  private Under under(Bound bound) {
    if (binders == Binders.KEPT && !bounds.containsKey(bound)) {
      return new Under(bound, this);
    }
    Bound fresh = new Bound(bound.name(), bound.sort());
    Map<Bound, Term> inner = new HashMap<>(bounds);
    inner.put(bound, new Term.Reference(fresh));
    return new Under(fresh, new Substitution(reads, inner, self, binders));
  }
}
