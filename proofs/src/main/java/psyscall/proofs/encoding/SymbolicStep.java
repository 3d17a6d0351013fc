package psyscall.proofs.encoding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.proofs.smt.Truth;
import psyscall.spec.analysis.Constant;
import psyscall.spec.analysis.End;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Var;

/// One way through a rule for one process, as formulas over the state before.
///
/// @param rule the rule
/// @param self whose step; empty for a single process
/// @param answers the unknown that stands for the answer to each choice
/// @param condition when the step is taken, with these answers
/// @param after the state after it, where the condition holds
/// @param writes the variables that it may change
/// @param end where it leads
public record SymbolicStep(
    Rule rule,
    Optional<Frame.Self> self,
    Map<Constant, Image> answers,
    Truth condition,
    SymbolicState after,
    Set<Var> writes,
    End end) {
  /// Copies the collections.
  public SymbolicStep {
    writes = Collections.unmodifiableSet(new LinkedHashSet<>(writes));
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /// Who takes it.
  ///
  /// @return the process's name, with the individual's index behind it
  public String actor() {
    return rule.process() + self.map(who -> Integer.toString(who.index())).orElse("");
  }

  /// Whether the run goes on behind it.
  ///
  /// @return false for a throw and for a declared end
  public boolean goesOn() {
    return end instanceof End.Jump;
  }
}
