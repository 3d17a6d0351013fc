package psyscall.spec.property;

import java.util.List;
import psyscall.spec.lifecycle.Refinement;
import psyscall.spec.process.Ending;
import psyscall.spec.term.IllFormed;

/// Every step is an allowed sequence of lifecycle events, and the fields say what the events say.
final class RefinesLifecycle {
  static final String NAME = "refines-lifecycle";

  private RefinesLifecycle() {}

  static Property of(RuntimeView view) {
    if (!Refinement.isChecked(view.specification())) {
      throw new IllFormed("steps are not checked against the lifecycle: property=" + NAME);
    }
    List<String> refused =
        view.specification().endings().stream()
            .filter(ending -> ending.kind() == Ending.Kind.REFUSED)
            .map(Ending::name)
            .toList();
    return new Property.Always(
        new Property.About(
            NAME,
            "every step is a sequence of events that the lifecycle allows, and the fields say what"
                + " the events say",
            "the oracle judges real runs by the lifecycle; it would refuse a step outside it",
            view.cite("W1, W6", "schedule")),
        view.endedIn(refused).not().term());
  }
}
