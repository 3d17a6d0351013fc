package psyscall.model.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.process.Ending;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Which claims of the catalogue a run can judge: those about each state and about each step, as
/// far as they speak of what the rules have.
public final class WatchableClaims {
  /// A run ends with these anyway: [Ending] says so.
  private static final Set<String> ENDS = Set.of("no-throw", Properties.REFINES_LIFECYCLE);

  private final RuntimeView view;

  /// The claims about some rules.
  ///
  /// @param state the fields of the runtime layer
  /// @param specification the rules, changed or not
  public WatchableClaims(RuntimeState state, Specification specification) {
    view = new RuntimeView(state, specification);
  }

  /// All that a run can judge, but for those that end it by themselves: a throw, and a step that
  /// the lifecycle does not allow.
  ///
  /// @return in alphabetical order
  public List<Property> all() {
    List<Property> all = new ArrayList<>();
    for (String name : Properties.names()) {
      if (!ENDS.contains(name) && canBeJudged(name)) {
        all.add(named(name));
      }
    }
    return List.copyOf(all);
  }

  /// All that a run can judge, and before them one that is looked for.
  ///
  /// @param wanted the name of a claim; left out if a run cannot judge it
  /// @return that claim, and the others in alphabetical order
  public List<Property> all(Optional<String> wanted) {
    List<Property> all = new ArrayList<>();
    wanted.filter(this::canBeJudged).map(this::named).ifPresent(all::add);
    all().stream().filter(claim -> !wanted.equals(Optional.of(claim.name()))).forEach(all::add);
    return List.copyOf(all);
  }

  /// Whether a run can judge a claim.
  ///
  /// @param name a name of the catalogue
  /// @return whether it is about each state or each step, and the rules have what it speaks of
  public boolean canBeJudged(String name) {
    try {
      return switch (named(name)) {
        case Property.Always always -> ENDS.contains(name) || isAboutTheRules(always.condition());
        case Property.OnStep step -> isAboutTheRules(step.condition());
        case Property.Quiet _, Property.Possible _, Property.Sometimes _, Property.DeadlockFree _ ->
            false;
      };
    } catch (IllFormed _) {
      // It speaks of a field that only an extension or another release has.
      return false;
    }
  }

  /// A claim.
  ///
  /// @param name a name of the catalogue
  /// @return the claim about these rules
  /// @throws IllFormed if there is none of that name, or it speaks of what the rules do not have
  public Property named(String name) {
    return Properties.of(name, view);
  }

  /// A claim about an extension that is off is true while a run goes on, whatever there is.
  private boolean isAboutTheRules(Term condition) {
    List<Var> read = new ArrayList<>();
    reads(condition, read);
    Var ending = view.specification().variable(Specification.ENDING);
    return read.stream().anyMatch(variable -> !variable.equals(ending))
        && view.specification().variables().containsAll(read);
  }

  private static void reads(Term term, List<Var> found) {
    if (term instanceof Term.Read(Var variable)) {
      found.add(variable);
    }
    Traversal.parts(term).forEach(part -> reads(part, found));
  }
}
