package psyscall.spec.process;

import java.util.List;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;

/// Among what a choice is made.
public sealed interface Domain {

  /// Whether there may be no candidate.
  ///
  /// @return false where one is always there
  default boolean canBeEmpty() {
    return switch (this) {
      case ElementOf _ -> true;
      case SubsetOf _, OneOf _ -> false;
    };
  }

  /// One id of a set.
  ///
  /// @param set the candidates
  record ElementOf(Term set) implements Domain {}

  /// Any subset of a set, the empty one and the whole included.
  ///
  /// @param set the largest answer
  record SubsetOf(Term set) implements Domain {}

  /// One of several values.
  ///
  /// @param values the candidates, at least one, of one sort
  record OneOf(List<Term> values) implements Domain {
    /// Copies the values.
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllFormed("choice without a candidate");
      }
    }
  }
}
