package psyscall.spec.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// What is known in the middle of a path: the answers so far, the conditions so far, and each
/// variable and name as a term over the state before the step.
///
/// @param choices the choices left open so far
/// @param conditions what was found true, in order
/// @param current the variables written so far
/// @param names the bound variables of the text
record Trail(
    List<Constant> choices, List<Term> conditions, Map<Var, Term> current, Map<Bound, Term> names) {
  static final Trail START = new Trail(List.of(), List.of(), Map.of(), Map.of());

  /// A term of the text over the state before the step.
  Term value(Term term) {
    return Substitution.closed(current, names).apply(term);
  }

  /// The trail on which a condition holds, if it can: a contradiction is looked for in the syntax
  /// only, so a trail may be impossible and still be there.
  Optional<Trail> assuming(Term condition) {
    if (condition instanceof Term.And all) {
      Optional<Trail> trail = Optional.of(this);
      for (Term operand : all.operands()) {
        trail = trail.flatMap(t -> t.assuming(operand));
      }
      return trail;
    }
    Term decided = decided(condition);
    if (decided.equals(Simplification.FALSE)) {
      return Optional.empty();
    }
    if (decided.equals(Simplification.TRUE)) {
      return Optional.of(this);
    }
    List<Term> more = new ArrayList<>(conditions);
    more.add(condition);
    return Optional.of(new Trail(choices, more, current, names));
  }

  private Term decided(Term condition) {
    if (condition instanceof Term.Not not) {
      return Simplification.not(decided(not.operand()));
    }
    if (conditions.contains(condition)) {
      return Simplification.TRUE;
    }
    if (conditions.contains(Simplification.not(condition)) || isOtherwise(condition)) {
      return Simplification.FALSE;
    }
    return condition;
  }

  /// Whether the condition gives one value to a term that is known to have another.
  private boolean isOtherwise(Term condition) {
    return condition instanceof Term.Same(Term left, Term.Literal right)
        && conditions.stream()
            .anyMatch(
                known ->
                    known instanceof Term.Same(Term same, Term.Literal other)
                        && same.equals(left)
                        && other.value() != right.value());
  }

  Trail naming(Bound bound, Term value) {
    Map<Bound, Term> more = new HashMap<>(names);
    more.put(bound, value);
    return new Trail(choices, conditions, current, more);
  }

  Trail choosing(Constant constant) {
    List<Constant> more = new ArrayList<>(choices);
    more.add(constant);
    return new Trail(more, conditions, current, names);
  }

  Trail storing(Var variable, Term value) {
    Map<Var, Term> more = new LinkedHashMap<>(current);
    more.put(variable, value);
    return new Trail(choices, conditions, more, names);
  }

  /// An assignment of a value over the state before the step to a place of the text.
  Trail storing(Term place, Term value) {
    return switch (place) {
      case Term.Read read -> storing(read.variable(), value);
      case Term.Select select ->
          storing(
              select.array(),
              Simplification.with(value(select.array()), value(select.index()), value));
      case Term.FieldOf field ->
          storing(field.struct(), new Term.WithField(value(field.struct()), field.field(), value));
      case Term other -> throw new IllFormed("not a place that can be stored to: term=" + other);
    };
  }

  /// The same for the entry of each individual that fulfils a condition; `each` is the name of the
  /// individual in all three.
  Trail storingEach(Bound each, Term where, Term place, Term value) {
    return switch (place) {
      case Term.Select select when value(select.index()).equals(new Term.Reference(each)) -> {
        Term array = value(select.array());
        Term before = Simplification.select(array, new Term.Reference(each));
        Term entry = Simplification.ifElse(where, value, before);
        yield storing(select.array(), array(each, entry, array.sort()));
      }
      case Term.Select select ->
          storingEach(
              each,
              where,
              select.array(),
              Simplification.with(value(select.array()), value(select.index()), value));
      case Term.FieldOf field ->
          storingEach(
              each,
              where,
              field.struct(),
              new Term.WithField(value(field.struct()), field.field(), value));
      case Term other ->
          throw new IllFormed("place that is not an entry of each individual: term=" + other);
    };
  }

  private static Term array(Bound each, Term entry, Sort sort) {
    Term made = new Term.Each(each, entry);
    if (!Sort.fits(sort, made.sort())) {
      throw new IllFormed("wrong sort: array=" + sort + ", entries=" + made.sort());
    }
    return made;
  }
}
