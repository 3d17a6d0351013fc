package psyscall.checker.plain.judge;

import psyscall.checker.judge.Finding;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// A reachable state with the condition exists.
///
/// One is enough, however much is explored: the extent is then `within bounds`. That there is none
/// is vacuous, and known only at the end of all.
final class SometimesJudge implements Judge {
  private final Property.Sometimes property;
  private final Evidence evidence;
  private boolean reached;
  private long examined;

  SometimesJudge(Property.Sometimes property, Evidence evidence) {
    this.property = property;
    this.evidence = evidence;
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void discovered(int index, State state) {
    examined++;
    reached = reached || evidence.holds(property.condition(), state);
  }

  @Override
  public Finding conclude(Explored explored) {
    return new Finding(property, verdict(explored), examined);
  }

  private Verdict<Behavior> verdict(Explored explored) {
    boolean complete = explored.cut().isEmpty();
    if (reached) {
      return new Verdict.Holds<>(complete ? Extent.EXHAUSTIVE : Extent.WITHIN_BOUNDS);
    }
    return explored
        .cut()
        .<Verdict<Behavior>>map(Verdict.Inconclusive::new)
        .orElseGet(() -> new Verdict.Vacuous<>("not reached: witness=" + property.name()));
  }
}
