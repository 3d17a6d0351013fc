package psyscall.spec.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// One way through a rule: when it is taken and what it makes of the state.
///
/// All terms are over the state before the step, [Term.Self] and the constants of the choices. They
/// have no value where an earlier conjunct of the condition is false, so the condition is read from
/// the left, and the updates only where it holds.
///
/// @param choices what is left open, in the order of the text
/// @param condition when the path is taken: the process is at the rule's label, the run has not
///   ended, each answer is a candidate, each branch is the one that the path takes, nothing blocks
/// @param updates the new value of each variable that the path changes, program counter and ending
///   included, in the order in which the specification declares them; all others keep theirs
/// @param end where it leads
public record Path(List<Constant> choices, Term condition, Map<Var, Term> updates, End end) {
  /// Copies the collections.
  public Path {
    choices = List.copyOf(choices);
    updates = Collections.unmodifiableMap(new LinkedHashMap<>(updates));
  }

  /// The path of one process with one answer for each choice.
  ///
  /// @param self the process that takes the step, as a term without variables; empty for a single
  ///   process
  /// @param answers one for each choice, as terms without variables
  /// @return the same path without [Term.Self] and without constants
  /// @throws IllFormed if the number of answers is another
  public Path instance(Optional<Term> self, List<Term> answers) {
    if (answers.size() != choices.size()) {
      throw new IllFormed(
          "answers of a path: given=" + answers.size() + ", wanted=" + choices.size());
    }
    Map<Bound, Term> constants = new HashMap<>();
    for (int at = 0; at < answers.size(); at++) {
      constants.put(choices.get(at).bound(), answers.get(at));
    }
    Substitution known = Substitution.closed(constants, self);
    Map<Var, Term> values = new LinkedHashMap<>();
    updates.forEach((variable, value) -> values.put(variable, known.apply(value)));
    return new Path(List.of(), known.apply(condition), values, end);
  }
}
