package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// What a random term may speak of where it stands.
///
/// @param roots variables and locals, all of whose parts can be read
/// @param bounds the bound variables in scope
/// @param self who takes the step, where somebody does and all who may are of one sort
/// @param tense what the term is about
/// @param procedures the procedures that a step may begin in
record Surroundings(
    List<Term> roots,
    List<Bound> bounds,
    Optional<Sort.Individual> self,
    Tense tense,
    List<String> procedures) {
  /// What terms are about.
  enum Tense {
    /// A state: there is nobody who takes a step.
    STATE,
    /// A state in which a rule runs.
    RULE,
    /// A step: the next state can be spoken of.
    STEP,
    /// The state after a step.
    AFTER
  }

  Surroundings with(Bound bound) {
    List<Bound> more = new ArrayList<>(bounds);
    more.add(bound);
    return new Surroundings(roots, more, self, tense, procedures);
  }

  Surroundings after() {
    return new Surroundings(roots, bounds, self, Tense.AFTER, procedures);
  }

  /// Roots and references.
  List<Term> readable() {
    return Stream.concat(roots.stream(), bounds.stream().map(Term.Reference::new)).toList();
  }
}
