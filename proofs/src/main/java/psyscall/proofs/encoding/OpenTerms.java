package psyscall.proofs.encoding;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Truth;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// Terms with free names and without state, as formulas: each name is an unknown, the same one
/// wherever it occurs.
public final class OpenTerms {
  private final Universe universe;
  private final TermEncoding terms;
  private final Map<Bound, Image> unknowns = new LinkedHashMap<>();
  private final Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private Frame frame = Frame.NOTHING;

  /// For one world.
  ///
  /// @param universe the world
  public OpenTerms(Universe universe) {
    this.universe = universe;
    this.terms = new TermEncoding(universe);
  }

  /// A condition as a formula.
  ///
  /// @param condition a term of truth sort
  /// @return whether it holds
  public Truth truth(Term condition) {
    declare(condition);
    return terms.truth(condition, frame);
  }

  private void declare(Term term) {
    if (!seen.add(term)) {
      return;
    }
    if (term instanceof Term.Reference(Bound bound) && !unknowns.containsKey(bound)) {
      long namesakes =
          unknowns.keySet().stream().filter(one -> one.name().equals(bound.name())).count();
      String name = namesakes == 0 ? bound.name() : bound.name() + "." + (namesakes + 1);
      unknowns.put(bound, universe.unknown(name, bound.sort()));
      frame = frame.with(bound, unknowns.get(bound));
    }
    Traversal.parts(term).forEach(this::declare);
  }

  /// A term with the values that a solver found.
  ///
  /// @param term a term without state
  /// @param model the values of the unknowns
  /// @return its value as text
  public String text(Term term, Model model) {
    declare(term);
    return new StateText(universe, model).of(terms.of(term, frame), term.sort());
  }
}
