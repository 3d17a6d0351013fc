package psyscall.checker.plain.judge;

import java.util.BitSet;
import java.util.OptionalInt;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.graph.EdgeKind;
import psyscall.checker.plain.graph.QuietStates;
import psyscall.checker.plain.graph.StateGraph;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// No quiet state is without an enabled environment step, except ended runs and declared states.
///
/// Polling that repeats for ever without news is no way on: a plain search for states without steps
/// would not see such a deadlock.
final class DeadlockFreeJudge implements Judge {
  private final Property.DeadlockFree property;
  private final Evidence evidence;
  private final BitSet stuck = new BitSet();
  private long examined;

  DeadlockFreeJudge(Property.DeadlockFree property, Evidence evidence) {
    this.property = property;
    this.evidence = evidence;
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void expanded(int index, State state) {
    examined++;
    StateGraph graph = evidence.graph();
    if (!QuietStates.canMove(graph, index)
        && !graph.leaves(index, EdgeKind.ENVIRONMENT)
        && !evidence.holds(property.declared(), state)) {
      stuck.set(index);
    }
  }

  @Override
  public Finding conclude(Explored explored) {
    return new Finding(property, verdict(explored), examined);
  }

  private Verdict<Behavior> verdict(Explored explored) {
    if (explored.cut().isPresent()) {
      return new Verdict.Inconclusive<>(explored.cut().get());
    }
    OptionalInt deadlock = explored.quiet().orElseThrow().first(stuck);
    return deadlock.isPresent()
        ? new Verdict.Deadlock<>(explored.trails().to(deadlock.getAsInt()))
        : new Verdict.Holds<>(Extent.EXHAUSTIVE);
  }
}
