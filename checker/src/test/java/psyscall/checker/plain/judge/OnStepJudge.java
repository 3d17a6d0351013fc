package psyscall.checker.plain.judge;

import java.util.Optional;
import psyscall.checker.judge.Finding;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// The condition holds of every transition; vacuous if there is none.
final class OnStepJudge implements Judge {
  private final Property.OnStep property;
  private final Evidence evidence;
  private Optional<Violation> violation = Optional.empty();
  private long examined;

  private record Violation(int source, Transition transition) {}

  OnStepJudge(Property.OnStep property, Evidence evidence) {
    this.property = property;
    this.evidence = evidence;
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void stepped(int source, State before, Transition transition) {
    examined++;
    if (violation.isEmpty() && !holds(before, transition)) {
      violation = Optional.of(new Violation(source, transition));
    }
  }

  private boolean holds(State before, Transition transition) {
    return evidence
        .interpreter()
        .holdsOf(property.condition(), before, transition.step(), transition.target());
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
      Violation found = violation.get();
      Behavior trace = explored.trails().to(found.source(), found.transition());
      return new Verdict.Violated<>(property.name(), "not so of the last step", trace);
    }
    if (explored.cut().isPresent()) {
      return new Verdict.Inconclusive<>(explored.cut().get());
    }
    return examined == 0
        ? new Verdict.Vacuous<>("no step is possible")
        : new Verdict.Holds<>(Extent.EXHAUSTIVE);
  }
}
