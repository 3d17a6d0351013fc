package psyscall.reports.automaton;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.rule.Flattening;

/// The lifecycle by itself in a finite world: what each event makes of a state.
final class LifecycleGraph {
  private final Interpreter interpreter;
  private final Map<State, Map<Occurrence, State>> known = new HashMap<>();

  LifecycleGraph(Lifecycle lifecycle, World world) {
    interpreter = new Interpreter(Flattening.of(lifecycle.protocol()), world);
  }

  State initial() {
    return interpreter.initial();
  }

  /// The events that are allowed, with the states after them.
  Map<Occurrence, State> allowed(State state) {
    return known.computeIfAbsent(state, this::expand);
  }

  private Map<Occurrence, State> expand(State state) {
    Map<Occurrence, State> after = new LinkedHashMap<>();
    for (Transition transition : interpreter.successors(state)) {
      after.put(transition.step().events().getFirst(), transition.target());
    }
    return after;
  }

  /// The state after an event that a layer below told.
  State after(State state, Occurrence occurrence) {
    State after = allowed(state).get(occurrence);
    if (after == null) {
      throw new IllegalStateException(
          "the lifecycle does not allow this event: event=" + occurrence + ", state=" + state);
    }
    return after;
  }

  /// All states that can be reached, nearest first.
  Set<State> states() {
    Set<State> seen = new LinkedHashSet<>();
    Deque<State> waiting = new ArrayDeque<>();
    seen.add(initial());
    waiting.add(initial());
    while (!waiting.isEmpty()) {
      for (State next : allowed(waiting.remove()).values()) {
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return seen;
  }
}
