package psyscall.spec.property;

import psyscall.spec.citation.Citation;
import psyscall.spec.term.Term;

/// A claim about a specification; design section 4 says when each kind holds.
public sealed interface Property {

  /// What a property is called and why it is claimed.
  ///
  /// @return name, claim and citation
  About about();

  /// The property's name, as in `--property NAME`.
  ///
  /// @return lower case words joined by hyphens
  default String name() {
    return about().name();
  }

  /// What people read of a property.
  ///
  /// @param name lower case words joined by hyphens
  /// @param claim the claim as a sentence
  /// @param why why it matters, and what breaks without it
  /// @param citation where the claim comes from
  record About(String name, String claim, String why, Citation citation) {}

  /// The condition holds in every reachable state.
  record Always(About about, Term condition) implements Property {}

  /// The condition holds of every transition; it may use [Term.Next] and [Term.StepOf].
  record OnStep(About about, Term condition) implements Property {}

  /// The condition holds in every quiet state.
  record Quiet(About about, Term condition) implements Property {}

  /// From every reachable state with `from`, a path without environment steps reaches `reached`.
  record Possible(About about, Term from, Term reached) implements Property {}

  /// A reachable state with the condition exists: the witness against vacuity.
  record Sometimes(About about, Term condition) implements Property {}

  /// No quiet state without an enabled environment step, except ended runs and those in `declared`.
  record DeadlockFree(About about, Term declared) implements Property {}
}
