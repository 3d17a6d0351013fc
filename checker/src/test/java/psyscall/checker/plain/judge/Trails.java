package psyscall.checker.plain.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.checker.plain.VisitedStates;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.StepKind;

/// The ways to the states of a search.
///
/// A search keeps of each state only the state before it; the steps between are found by taking
/// them again. Where several lead from one state to the next, the first in the interpreter's order
/// counts. After a breadth-first search the ways are shortest.
///
/// @param interpreter what the search explored
/// @param visited the states it met
public record Trails(Interpreter interpreter, VisitedStates visited) {

  /// The way to a state.
  ///
  /// @param index the state's number
  /// @return the behaviour from the initial state to it
  public Behavior to(int index) {
    List<Transition> transitions = new ArrayList<>();
    for (int at = index; visited.parent(at) != VisitedStates.NONE; at = visited.parent(at)) {
      transitions.add(between(visited.state(visited.parent(at)), visited.state(at)));
    }
    return new Behavior(visited.state(0), transitions.reversed());
  }

  /// The way to a state and a transition further.
  ///
  /// @param index the state's number
  /// @param last a transition out of it
  /// @return the behaviour that ends with that transition
  public Behavior to(int index, Transition last) {
    return to(index).then(last);
  }

  /// What can happen in a state, for the reason of a verdict.
  ///
  /// @param state any
  /// @return the enabled steps by kind, such as `enabled: protocol=[], environment=[M0 user.run],
  ///   polling=[sysmon sysmon.look]`
  public String enabled(State state) {
    List<Transition> transitions = interpreter.successors(state);
    return Stream.of(StepKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT) + "=" + steps(transitions, kind))
        .collect(Collectors.joining(", ", "enabled: ", ""));
  }

  private static Set<String> steps(List<Transition> transitions, StepKind kind) {
    return transitions.stream()
        .map(Transition::step)
        .filter(step -> step.rule().kind() == kind)
        .map(step -> step.actor().name() + " " + step.rule().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Transition between(State from, State to) {
    return interpreter.successors(from).stream()
        .filter(transition -> transition.target().equals(to))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no step to the next state: from=" + from + ", to=" + to));
  }
}
