package psyscall.reports.toy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;

/// Breadth-first search over the interpreter, for the small toys of these tests.
public final class Shortest {
  private Shortest() {}

  /// The shortest way to a state, the first one in the interpreter's order.
  ///
  /// @param interpreter what runs
  /// @param wanted which state
  /// @return the way
  /// @throws AssertionError if no such state can be reached
  public static Behavior to(Interpreter interpreter, Predicate<State> wanted) {
    Deque<Behavior> frontier = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    frontier.add(new Behavior(interpreter.initial(), java.util.List.of()));
    while (!frontier.isEmpty()) {
      Behavior behavior = frontier.removeFirst();
      if (wanted.test(behavior.last())) {
        return behavior;
      }
      for (Transition transition : interpreter.successors(behavior.last())) {
        if (seen.add(transition.target())) {
          frontier.add(behavior.then(transition));
        }
      }
    }
    throw new AssertionError("no such state: visited=" + seen.size());
  }
}
