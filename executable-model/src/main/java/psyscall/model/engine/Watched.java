package psyscall.model.engine;

import java.util.List;
import psyscall.spec.term.Term;

/// The conditions that can be asked of an engine while it runs, each by its position.
///
/// @param states conditions on a state
/// @param steps conditions on a step: the state before, the rule, the state after
public record Watched(List<Term> states, List<Term> steps) {
  /// Nothing is asked.
  public static final Watched NOTHING = new Watched(List.of(), List.of());

  /// Copies the lists.
  public Watched {
    states = List.copyOf(states);
    steps = List.copyOf(steps);
  }
}
