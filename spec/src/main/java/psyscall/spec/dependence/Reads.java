package psyscall.spec.dependence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// What a condition about a state reads.
///
/// @param variables the names of variables
/// @param labels for a program counter that is only compared with labels, by name, their ordinals
public record Reads(Set<String> variables, Map<String, Set<Long>> labels) {
  /// Copies the sets.
  public Reads {
    variables = Set.copyOf(variables);
    labels = Map.copyOf(labels);
  }

  /// What a condition reads.
  ///
  /// @param condition a term of truth sort
  /// @return all that it reads on any path
  public static Reads of(Term condition) {
    Set<String> variables = new HashSet<>();
    Map<String, Set<Long>> labels = new HashMap<>();
    add(condition, variables, labels);
    return new Reads(variables, labels);
  }

  private static void add(Term term, Set<String> variables, Map<String, Set<Long>> labels) {
    Optional<String> counter = comparedCounter(term);
    if (counter.isPresent() && term instanceof Term.Same(Term left, Term.Literal label)) {
      labels.computeIfAbsent(counter.get(), _ -> new HashSet<>()).add(label.value());
      if (left instanceof Term.Select(_, Term index)) {
        add(index, variables, labels);
      }
      return;
    }
    if (term instanceof Term.Read(var variable)) {
      variables.add(variable.name());
    }
    Traversal.parts(term).forEach(part -> add(part, variables, labels));
  }

  private static Optional<String> comparedCounter(Term term) {
    return switch (term) {
      case Term.Same(Term.Read(var variable), Term.Literal _) ->
          Optional.of(variable.name()).filter(_ -> variable.sort() instanceof Sort.Enumeration);
      case Term.Same(Term.Select(Term.Read(var variable), _), Term.Literal(var sort, _)) ->
          Optional.of(variable.name()).filter(_ -> sort instanceof Sort.Enumeration);
      case Term _ -> Optional.empty();
    };
  }
}
