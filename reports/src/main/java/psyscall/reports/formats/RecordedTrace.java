package psyscall.reports.formats;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;

/// States and steps as a file tells them, well formed but not checked against the rules.
///
/// @param origin where it comes from
/// @param length how many steps it claims to have, from 0
/// @param initial the first state
/// @param steps what happened then, with the states after each step
public record RecordedTrace(TraceOrigin origin, int length, State initial, List<Entry> steps) {
  /// Copies the steps.
  public RecordedTrace {
    steps = List.copyOf(steps);
  }

  /// A step and the state after it.
  ///
  /// @param number the step's number as the trace tells it, from 1
  /// @param step the step
  /// @param target the state after it
  public record Entry(int number, RecordedStep step, State target) {}

  /// A behaviour as a file would tell it.
  ///
  /// @param origin where it comes from
  /// @param behavior the behaviour
  /// @return its states and steps
  public static RecordedTrace of(TraceOrigin origin, Behavior behavior) {
    List<Entry> steps = new ArrayList<>();
    for (Transition transition : behavior.transitions()) {
      RecordedStep step = RecordedStep.of(transition.step());
      steps.add(new Entry(steps.size() + 1, step, transition.target()));
    }
    return new RecordedTrace(origin, steps.size(), behavior.initial(), steps);
  }
}
