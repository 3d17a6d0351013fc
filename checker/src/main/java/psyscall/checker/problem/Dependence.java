package psyscall.checker.problem;

import java.util.IdentityHashMap;
import java.util.List;
import psyscall.model.compile.Origin;
import psyscall.spec.dependence.Changes;
import psyscall.spec.dependence.Reads;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// Which conditions a step can change, told from the text: a condition that held before a step
/// holds after it if the step stores to nothing that the condition reads.
///
/// Steps that end the run are not told apart by this: after one, everything must be evaluated.
/// Symmetry does not matter: the step is looked at before its target is made canonical, and
/// conditions are symmetric then.
public final class Dependence {
  private final boolean[][] byTag;

  private Dependence(boolean[][] byTag) {
    this.byTag = byTag;
  }

  /// Compares all rules with all conditions.
  ///
  /// @param problem what is searched
  /// @return which steps matter to which conditions
  public static Dependence of(Problem problem) {
    Specification specification = problem.interpreter().specification();
    List<Reads> reads = problem.conditions().ofStates().stream().map(Reads::of).toList();
    IdentityHashMap<Rule, boolean[]> byRule = new IdentityHashMap<>();
    List<Origin> origins = problem.code().origins();
    boolean[][] byTag = new boolean[origins.size()][];
    for (int tag = 0; tag < byTag.length; tag++) {
      byTag[tag] =
          byRule.computeIfAbsent(
              origins.get(tag).rule(), rule -> met(Changes.of(rule, specification), reads));
    }
    return new Dependence(byTag);
  }

  private static boolean[] met(Changes changes, List<Reads> reads) {
    boolean[] met = new boolean[reads.size()];
    for (int condition = 0; condition < met.length; condition++) {
      met[condition] = changes.meets(reads.get(condition));
    }
    return met;
  }

  /// Whether a step that does not end the run may change a condition.
  ///
  /// @param tag the step's tag
  /// @param condition a position in [Conditions#ofStates]
  /// @return false if the condition is the same before and after
  public boolean matters(int tag, int condition) {
    return byTag[tag][condition];
  }
}
