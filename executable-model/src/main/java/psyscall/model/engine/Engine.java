package psyscall.model.engine;

import java.util.List;
import java.util.function.Supplier;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.StepVocabulary;
import psyscall.model.compile.Origin;
import psyscall.model.packed.Answers;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// A state with the rules that change it, one step at a time: what a driver drives.
///
/// Actors, moves, labels, choices and events have numbers, which do not change. Two engines of one
/// specification do the same with the same answers, whatever they are made of. For one thread.
public interface Engine {

  /// What is executed.
  ///
  /// @return the specification
  Specification specification();

  /// What steps are made of, by number.
  ///
  /// @return the vocabulary of the specification
  StepVocabulary vocabulary();

  /// What can be done; a move's number is its position here.
  ///
  /// @return each rule with each of its actors, rules in the order of the text
  List<Origin> moves();

  /// Who acts; an actor's number is its position here.
  ///
  /// @return processes in the order of their declaration, individuals by id
  List<Actor> actors();

  /// Where an actor stands.
  ///
  /// @param actor its number
  /// @return the position of a label among those of its process
  int label(int actor);

  /// A variable that holds a scalar, or one for each individual.
  ///
  /// @param variable a shared variable of the specification
  /// @return what reads it
  /// @throws IllegalArgumentException if it holds anything else
  Gauge gauge(Var variable);

  /// Reads the state as it is now.
  @FunctionalInterface
  interface Gauge {
    /// The value.
    ///
    /// @param id of whom; of no meaning where the variable holds one value
    /// @return its number
    long at(int id);
  }

  /// What came of the attempt to take a step.
  enum Outcome {
    /// It was taken.
    TAKEN,
    /// It is not possible now with these answers; nothing was changed.
    BLOCKED,
    /// A choice was not answered; nothing was changed.
    REFUSED
  }

  /// Tries to take a step.
  ///
  /// @param move one at the label where its actor stands
  /// @param answers answers the rule's choices
  /// @return what came of it; a run that has ended blocks every step
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  Outcome take(int move, Answers answers);

  /// The step that was taken last.
  ///
  /// @return a view of it, good until the next attempt; always the same object, or a fresh one
  StepView step();

  /// The number of an event of the step that was taken last.
  ///
  /// @param position in the order of the emission, from 0
  /// @return a position among the vocabulary's events
  int eventNumber(int position);

  /// The state as an object of its own.
  ///
  /// @return a fresh one
  State state();

  /// The state as it is now, made an object when it is asked for.
  ///
  /// @return what makes it, whatever the engine does meanwhile
  Supplier<State> remembered();

  /// Whether a condition holds in the state.
  ///
  /// @param condition its position in [Watched#states]
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  boolean holds(int condition);

  /// Whether a step condition holds of the step that was taken last.
  ///
  /// @param condition its position in [Watched#steps]
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  boolean holdsOfStep(int condition);
}
