package psyscall.checker.toy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.StepKind;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A search that shares nothing with the real one: depth first over a hash set, and each question
/// about paths answered by walking from each state, as the definition says it.
public final class NaiveSearch {
  private final Interpreter interpreter;
  private final Set<State> states = new HashSet<>();
  private final Map<String, Long> fired = new TreeMap<>();

  /// Explores everything.
  ///
  /// @param interpreter what is explored
  public NaiveSearch(Interpreter interpreter) {
    this.interpreter = interpreter;
    interpreter.specification().rules().forEach(rule -> fired.put(rule.name(), 0L));
    Deque<State> stack = new ArrayDeque<>();
    stack.push(interpreter.initial());
    while (!stack.isEmpty()) {
      State state = stack.pop();
      if (states.add(state)) {
        for (Transition transition : interpreter.successors(state)) {
          fired.merge(transition.step().rule().name(), 1L, Long::sum);
          stack.push(transition.target());
        }
      }
    }
  }

  /// How many distinct states there are.
  ///
  /// @return the number
  public long states() {
    return states.size();
  }

  /// How often each rule fired.
  ///
  /// @return by name
  public Map<String, Long> fired() {
    return fired;
  }

  /// How many transitions there are.
  ///
  /// @return the number
  public long transitions() {
    return fired.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The number of steps to the nearest state of some.
  ///
  /// @param wanted which states
  /// @return the distance; empty if none of them is reachable
  public OptionalInt distance(Predicate<State> wanted) {
    return distances().entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .min();
  }

  /// The greatest distance of a state.
  ///
  /// @return the number of steps
  public int depth() {
    return distances().values().stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private Map<State, Integer> distances() {
    Map<State, Integer> distances = new HashMap<>();
    Set<State> layer = Set.of(interpreter.initial());
    for (int distance = 0; !layer.isEmpty(); distance++) {
      Set<State> next = new HashSet<>();
      for (State state : layer) {
        distances.put(state, distance);
        interpreter.successors(state).forEach(transition -> next.add(transition.target()));
      }
      next.removeAll(distances.keySet());
      layer = next;
    }
    return distances;
  }

  /// The quiet states.
  ///
  /// @return those from which no path without environment steps takes a protocol step or changes a
  ///   variable that is not polling, and in which the run goes on
  public Set<State> quiet() {
    return states.stream().filter(this::isQuiet).collect(Collectors.toSet());
  }

  private boolean isQuiet(State state) {
    return goesOn(state)
        && reachable(state).stream()
            .flatMap(on -> interpreter.successors(on).stream())
            .filter(transition -> kind(transition) != StepKind.ENVIRONMENT)
            .allMatch(
                transition ->
                    kind(transition) == StepKind.POLLING
                        && sameButPolling(state, transition.target()));
  }

  /// The quiet states without an environment step and without a condition.
  ///
  /// @param declared where the system may rest
  /// @return the deadlocks
  public Set<State> deadlocks(Term declared) {
    return quiet().stream()
        .filter(state -> !interpreter.holds(declared, state))
        .filter(
            state ->
                interpreter.successors(state).stream()
                    .noneMatch(transition -> kind(transition) == StepKind.ENVIRONMENT))
        .collect(Collectors.toSet());
  }

  /// The states from which something is out of reach.
  ///
  /// @param from which states are asked
  /// @param reached what they should reach
  /// @return those in which the run goes on and from which no path without environment steps gets
  ///   there
  public Set<State> lost(Term from, Term reached) {
    return states.stream()
        .filter(state -> goesOn(state) && interpreter.holds(from, state))
        .filter(state -> reachable(state).stream().noneMatch(on -> interpreter.holds(reached, on)))
        .collect(Collectors.toSet());
  }

  /// The states in which a condition does not hold.
  ///
  /// @param condition what should hold
  /// @return where it does not
  public Set<State> failing(Term condition) {
    return states.stream()
        .filter(state -> !interpreter.holds(condition, state))
        .collect(Collectors.toSet());
  }

  /// The states that are reached without environment steps, the start included.
  private Set<State> reachable(State start) {
    Set<State> reached = new HashSet<>();
    Deque<State> stack = new ArrayDeque<>();
    stack.push(start);
    while (!stack.isEmpty()) {
      State state = stack.pop();
      if (reached.add(state)) {
        interpreter.successors(state).stream()
            .filter(transition -> kind(transition) != StepKind.ENVIRONMENT)
            .forEach(transition -> stack.push(transition.target()));
      }
    }
    return reached;
  }

  /// Whether a behaviour is one of the system.
  ///
  /// @param behavior any
  /// @return whether it begins in the initial state and each of its steps is possible where it is
  ///   taken
  public boolean allows(Behavior behavior) {
    State state = behavior.initial();
    boolean allowed = state.equals(interpreter.initial());
    for (Transition transition : behavior.transitions()) {
      allowed &= interpreter.successors(state).contains(transition);
      state = transition.target();
    }
    return allowed;
  }

  private static StepKind kind(Transition transition) {
    return transition.step().rule().kind();
  }

  private static boolean goesOn(State state) {
    return state
        .format(state.schema().variable(state.schema().indexOf("ending")))
        .equals("running");
  }

  private static boolean sameButPolling(State one, State other) {
    return one.schema().variables().stream()
        .filter(variable -> !isPolling(variable.role()))
        .allMatch(variable -> one.value(variable).equals(other.value(variable)));
  }

  private static boolean isPolling(Var.Role role) {
    return switch (role) {
      case POLLED, POLLED_LOCAL, POLLED_COUNTER -> true;
      case FIELD, LOCAL, COUNTER, GHOST, ENDING -> false;
    };
  }
}
