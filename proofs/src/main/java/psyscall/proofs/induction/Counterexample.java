package psyscall.proofs.induction;

import java.util.ArrayList;
import java.util.List;
import psyscall.proofs.encoding.StateText;
import psyscall.proofs.smt.Model;

/// A step that does not keep an invariant, as people read it.
final class Counterexample {
  private Counterexample() {}

  /// The step that a model takes.
  ///
  /// @param induction the invariant
  /// @param steps those that were asked for
  /// @param model the values
  /// @return the step, what it breaks, the state before and what changed, in lines
  static List<String> of(Induction induction, List<Induction.Burdened> steps, Model model) {
    StateText text = new StateText(induction.universe(), model);
    List<String> lines = new ArrayList<>();
    for (Induction.Burdened one : steps) {
      if (model.holds(one.step().condition())) {
        lines.add(one.step().actor() + " steps from " + one.step().rule().label());
        for (Induction.Duty duty : one.duties()) {
          if (!model.holds(duty.kept())) {
            lines.add("breaks: " + duty.part().map(Object::toString).orElse("the claim"));
          }
        }
        List<String> before = text.of(induction.relation().before());
        before.forEach(line -> lines.add("before: " + line));
        List<String> after = new ArrayList<>(text.of(one.step().after()));
        after.removeAll(before);
        after.forEach(line -> lines.add("after: " + line));
        return lines;
      }
    }
    return lines;
  }
}
