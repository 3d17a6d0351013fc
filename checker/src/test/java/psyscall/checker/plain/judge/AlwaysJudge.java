package psyscall.checker.plain.judge;

import java.util.OptionalInt;
import psyscall.checker.judge.Finding;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// The condition holds in every reachable state.
///
/// A violation is one however much is explored; that there is none is known only at the end of all.
final class AlwaysJudge implements Judge {
  private final Property.Always property;
  private final Evidence evidence;
  private OptionalInt violation = OptionalInt.empty();
  private long examined;

  AlwaysJudge(Property.Always property, Evidence evidence) {
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
    if (violation.isEmpty() && !evidence.holds(property.condition(), state)) {
      violation = OptionalInt.of(index);
    }
  }

  @Override
  public boolean isViolated() {
    return violation.isPresent();
  }

  @Override
  public Finding conclude(Explored explored) {
    return new Finding(property, verdict(explored), examined);
  }

  private Verdict<Behavior> verdict(Explored explored) {
    if (violation.isPresent()) {
      Behavior trace = explored.trails().to(violation.getAsInt());
      return new Verdict.Violated<>(property.name(), reason(trace), trace);
    }
    return explored
        .cut()
        .<Verdict<Behavior>>map(Verdict.Inconclusive::new)
        .orElseGet(() -> new Verdict.Holds<>(Extent.EXHAUSTIVE));
  }

  /// Tells how the run ended, if it did: that is most often what the property forbids.
  private static String reason(Behavior trace) {
    String reason = "not so in the last state";
    return trace.transitions().isEmpty()
        ? reason
        : trace.transitions().getLast().step().ending().stream()
            .map(ending -> ", where the run ended: ending=" + ending.name() + ", " + ending.text())
            .reduce(reason, String::concat);
  }
}
