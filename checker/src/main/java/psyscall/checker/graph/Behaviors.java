package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import psyscall.checker.problem.Problem;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.store.StateStore;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;

/// Ways over stored states as behaviours of the interpreter.
///
/// A stored state may be a representative of several; the behaviour is one of the specification
/// itself, found by taking the interpreter's steps from the initial state: at each place the first
/// step whose target has the representative that comes next. The representative is the same for all
/// that it stands for, and steps do the same to all of them, so there always is one.
public final class Behaviors {
  private final Problem problem;
  private final StateStore store;
  private final Reduction reduction;
  private final long[] packed;

  /// Prepares to replay; for one thread.
  ///
  /// @param problem what was searched
  /// @param store the states that were met
  public Behaviors(Problem problem, StateStore store) {
    this.problem = problem;
    this.store = store;
    this.reduction = problem.reduction().forThread();
    this.packed = new long[problem.words()];
  }

  /// The behaviour along a way.
  ///
  /// @param way numbers of states, the initial one first, with a step from each to the next
  /// @return a behaviour of the same length
  /// @throws IllegalStateException if the way is none
  public Behavior along(List<Integer> way) {
    State initial = problem.interpreter().initial();
    if (way.isEmpty() || !isAt(initial, way.getFirst())) {
      throw new IllegalStateException("way that does not begin at the initial state: way=" + way);
    }
    List<Transition> transitions = new ArrayList<>();
    State state = initial;
    for (int number : way.subList(1, way.size())) {
      Transition transition = step(state, number);
      transitions.add(transition);
      state = transition.target();
    }
    return new Behavior(initial, transitions);
  }

  private Transition step(State state, int number) {
    return problem.interpreter().successors(state).stream()
        .filter(transition -> isAt(transition.target(), number))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no step to the next state: from=" + state + ", number=" + number));
  }

  private boolean isAt(State state, int number) {
    problem.layout().pack(state, packed, 0);
    reduction.canonicalise(packed, 0);
    int place = store.place(number);
    return Arrays.equals(
        packed, 0, packed.length, store.chunk(number), place, place + packed.length);
  }
}
