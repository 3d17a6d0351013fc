package psyscall.model.behavior;

import java.util.ArrayList;
import java.util.List;

/// A finite run: a state, and steps one after the other.
///
/// @param initial where it begins
/// @param transitions its steps with the states after them, each step taken in the state before
public record Behavior(State initial, List<Transition> transitions) {
  /// Copies the transitions.
  public Behavior {
    transitions = List.copyOf(transitions);
  }

  /// How many steps it has.
  ///
  /// @return the number, from 0
  public int length() {
    return transitions.size();
  }

  /// Where it ends.
  ///
  /// @return the state after the last step; the initial one if there is no step
  public State last() {
    return state(length());
  }

  /// A state of the run.
  ///
  /// @param position 0 for the initial state, k for the state after the k-th step
  /// @return the state
  /// @throws IndexOutOfBoundsException if the run is shorter
  public State state(int position) {
    return position == 0 ? initial : transitions.get(position - 1).target();
  }

  /// The run with one more step.
  ///
  /// @param transition a step taken in the last state
  /// @return the longer run
  public Behavior then(Transition transition) {
    List<Transition> longer = new ArrayList<>(transitions);
    longer.add(transition);
    return new Behavior(initial, longer);
  }
}
