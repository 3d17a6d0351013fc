package psyscall.checker.plain.judge;

import java.util.BitSet;
import java.util.OptionalInt;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.graph.QuietStates;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// The condition holds in every quiet state; vacuous if there is none.
///
/// While the search runs the condition is evaluated where a state may be quiet by its own steps;
/// which of them are is computed at the end. On a part of the graph no state is known to be quiet,
/// nor not to be.
final class QuietJudge implements Judge {
  private final Property.Quiet property;
  private final Evidence evidence;
  private final BitSet failing = new BitSet();

  QuietJudge(Property.Quiet property, Evidence evidence) {
    this.property = property;
    this.evidence = evidence;
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void expanded(int index, State state) {
    if (!QuietStates.canMove(evidence.graph(), index)
        && !evidence.holds(property.condition(), state)) {
      failing.set(index);
    }
  }

  @Override
  public Finding conclude(Explored explored) {
    if (explored.cut().isPresent()) {
      return new Finding(property, new Verdict.Inconclusive<>(explored.cut().get()), 0);
    }
    QuietStates quiet = explored.quiet().orElseThrow();
    return new Finding(property, verdict(quiet, explored.trails()), quiet.count());
  }

  private Verdict<Behavior> verdict(QuietStates quiet, Trails trails) {
    OptionalInt violation = quiet.first(failing);
    if (violation.isPresent()) {
      Behavior trace = trails.to(violation.getAsInt());
      String reason = "not so in the last state, which is quiet; " + trails.enabled(trace.last());
      return new Verdict.Violated<>(property.name(), reason, trace);
    }
    return quiet.count() == 0
        ? new Verdict.Vacuous<>("no state is quiet")
        : new Verdict.Holds<>(Extent.EXHAUSTIVE);
  }
}
