package psyscall.proofs.stub;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.WordTerm;

/// What can be read off a term without a solver.
public final class StackTerms {
  private StackTerms() {}

  /// The value of a term that is a constant, or one that is extended by zeros.
  ///
  /// @param term a word
  /// @return its value
  static OptionalLong constant(Term term) {
    return switch (term) {
      case Term.Literal(_, long value) -> OptionalLong.of(value);
      case WordTerm.Extend(Term word, int _, boolean signed) when !signed -> constant(word);
      case Term _ -> OptionalLong.empty();
    };
  }

  /// How far a word is above another, at most: constants are added and taken away, low bits may be
  /// cleared.
  ///
  /// @param word 64 bits
  /// @param base 64 bits
  /// @return the distance in bytes, if the word is made of the base in this way
  static OptionalLong offset(Term word, Term base) {
    if (word.equals(base)) {
      return OptionalLong.of(0);
    }
    if (!(word instanceof WordTerm.WordOperation(var operator, Term left, Term right))) {
      return OptionalLong.empty();
    }
    OptionalLong of = offset(left, base);
    OptionalLong by = constant(right);
    if (of.isEmpty() || by.isEmpty()) {
      return OptionalLong.empty();
    }
    return switch (operator) {
      case ADD -> OptionalLong.of(of.getAsLong() + by.getAsLong());
      case SUB -> OptionalLong.of(of.getAsLong() - by.getAsLong());
      case AND -> of;
      case MUL, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> OptionalLong.empty();
    };
  }

  /// Whether a word is computed from another without a look at memory.
  ///
  /// @param word 64 bits
  /// @param base 64 bits
  /// @return whether the base is a summand, or what is left of one
  public static boolean isFrom(Term word, Term base) {
    return word.equals(base)
        || (word instanceof WordTerm.WordOperation(_, Term left, Term right)
            && (isFrom(left, base) || isFrom(right, base)));
  }

  /// Whether a term looks at memory elsewhere than at a distance from a base.
  ///
  /// @param term any term
  /// @param base 64 bits
  /// @return whether it has such a load; what was stored before does not count
  public static boolean loadsElsewhere(Term term, Term base) {
    return loadsElsewhere(term, base, seen());
  }

  private static boolean loadsElsewhere(Term term, Term base, Set<Term> seen) {
    if (term instanceof WordTerm.Load(_, Term address, _)) {
      return !isFrom(address, base);
    }
    return seen.add(term)
        && Traversal.parts(term).stream().anyMatch(part -> loadsElsewhere(part, base, seen));
  }

  /// Whether an unknown occurs in a term.
  ///
  /// @param term any term
  /// @param bounds the unknowns
  /// @return whether one of them occurs
  public static boolean mentions(Term term, Set<Bound> bounds) {
    return any(term, bounds::contains, seen());
  }

  /// Whether an unknown of a name occurs in a term.
  ///
  /// @param term any term
  /// @param name a part of its name
  /// @return whether one occurs
  public static boolean mentions(Term term, String name) {
    return any(term, bound -> bound.name().contains(name), seen());
  }

  private static Set<Term> seen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean any(Term term, Predicate<Bound> wanted, Set<Term> seen) {
    if (!seen.add(term)) {
      return false;
    }
    if (term instanceof Term.Reference(Bound bound)) {
      return wanted.test(bound);
    }
    return Traversal.parts(term).stream().anyMatch(part -> any(part, wanted, seen));
  }
}
