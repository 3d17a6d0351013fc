package psyscall.model.engine;

import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.rule.Rule;

/// The step that was taken last, to be looked at before the next one is: an engine has one object
/// for all its steps, and makes others only where it says so.
///
/// Answers and arguments are numbers: an id is its index, nil is −1, truth is 0 or 1, a set has bit
/// i for the id i, an alternative is its position.
public interface StepView {

  /// Which rule.
  ///
  /// @return one of the specification's
  Rule rule();

  /// Whose step.
  ///
  /// @return who took it
  Actor actor();

  /// How the run ended in it.
  ///
  /// @return empty while it goes on
  Optional<Ending> ending();

  /// How many events it emitted.
  ///
  /// @return 0 or more
  int events();

  /// An event that it emitted.
  ///
  /// @param position in the order of the emission, from 0
  /// @return its kind, which knows how many arguments there are
  Event event(int position);

  /// An argument of an event.
  ///
  /// @param position of the event, from 0
  /// @param at the argument's place among the event's parameters, from 0
  /// @return the number
  long argument(int position, int at);

  /// How many choices it met.
  ///
  /// @return 0 or more
  int answers();

  /// A choice that it met.
  ///
  /// @param position in the order in which they were met, from 0
  /// @return the choice
  Choice choice(int position);

  /// How a choice was answered.
  ///
  /// @param position of the choice, from 0
  /// @return the number
  long answer(int position);

  /// The step as an object of its own, which stays as it is.
  ///
  /// @return a fresh one
  Step step();

  /// The state after the step, as an object of its own.
  ///
  /// @return a fresh one
  State state();
}
