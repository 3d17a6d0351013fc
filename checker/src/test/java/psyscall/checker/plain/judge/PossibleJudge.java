package psyscall.checker.plain.judge;

import java.util.BitSet;
import java.util.Set;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.graph.BackwardReachability;
import psyscall.checker.plain.graph.EdgeKind;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// From every reachable state with `from`, a path without environment steps reaches `reached`;
/// vacuous if no state has `from`.
///
/// A state in which the run has ended can be what is reached, and is never a state to start from:
/// that a run must not end in a throw is a claim of its own. A state before it, from which nothing
/// but the throw can come, is one to start from, and violates.
final class PossibleJudge implements Judge {
  private static final Set<EdgeKind> PATH =
      Set.of(EdgeKind.PROTOCOL, EdgeKind.POLLING, EdgeKind.NEWS);

  private final Property.Possible property;
  private final Evidence evidence;
  private final BitSet starts = new BitSet();
  private final BitSet goals = new BitSet();

  PossibleJudge(Property.Possible property, Evidence evidence) {
    this.property = property;
    this.evidence = evidence;
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void expanded(int index, State state) {
    goals.set(index, evidence.holds(property.reached(), state));
    if (!evidence.graph().hasEnded(index)) {
      starts.set(index, evidence.holds(property.from(), state));
    }
  }

  @Override
  public Finding conclude(Explored explored) {
    return new Finding(property, verdict(explored), starts.cardinality());
  }

  private Verdict<Behavior> verdict(Explored explored) {
    if (explored.cut().isPresent()) {
      return new Verdict.Inconclusive<>(explored.cut().get());
    }
    if (starts.isEmpty()) {
      return new Verdict.Vacuous<>("no state to start from: property=" + property.name());
    }
    BitSet lost = (BitSet) starts.clone();
    lost.andNot(BackwardReachability.of(evidence.graph(), goals, PATH));
    return lost.isEmpty()
        ? new Verdict.Holds<>(Extent.EXHAUSTIVE)
        : violated(explored.trails(), lost.nextSetBit(0));
  }

  private Verdict<Behavior> violated(Trails trails, int state) {
    Behavior trace = trails.to(state);
    String reason =
        "out of reach from the last state without environment steps; "
            + trails.enabled(trace.last());
    return new Verdict.Violated<>(property.name(), reason, trace);
  }
}
