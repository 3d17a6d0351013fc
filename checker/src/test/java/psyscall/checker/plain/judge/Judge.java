package psyscall.checker.plain.judge;

import psyscall.checker.judge.Finding;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.spec.property.Property;

/// Follows a search for one property.
///
/// All terms are evaluated while the search runs, under its limits; what is left for the end is
/// arithmetic on the graph.
public sealed interface Judge
    permits AlwaysJudge, OnStepJudge, SometimesJudge, QuietJudge, PossibleJudge, DeadlockFreeJudge {

  /// What is judged.
  ///
  /// @return the property
  Property property();

  /// A state was met for the first time.
  ///
  /// @param index its number, from 0 in the order of discovery
  /// @param state the state
  default void discovered(int index, State state) {}

  /// A transition was met.
  ///
  /// @param source the number of the state before
  /// @param before the state before
  /// @param transition the step and the state after
  default void stepped(int source, State before, Transition transition) {}

  /// All transitions out of a state were met, and its edges are in the graph if that is kept.
  ///
  /// @param index its number
  /// @param state the state
  default void expanded(int index, State state) {}

  /// Whether a violation is certain, whatever is explored later.
  ///
  /// @return whether the search may stop if one violation is enough
  default boolean isViolated() {
    return false;
  }

  /// The verdict.
  ///
  /// @param explored what was explored
  /// @return what was found out
  Finding conclude(Explored explored);

  /// Whether a property is judged on the graph, so that its edges must be kept (4 bytes each).
  ///
  /// @param property any
  /// @return whether its judge reads the graph
  static boolean readsGraph(Property property) {
    return switch (property) {
      case Property.Quiet _, Property.Possible _, Property.DeadlockFree _ -> true;
      case Property.Always _, Property.OnStep _, Property.Sometimes _ -> false;
    };
  }

  /// The judge of a property.
  ///
  /// @param property any
  /// @param evidence what the judge may look at
  /// @return a judge that was told nothing yet
  static Judge of(Property property, Evidence evidence) {
    return switch (property) {
      case Property.Always always -> new AlwaysJudge(always, evidence);
      case Property.OnStep onStep -> new OnStepJudge(onStep, evidence);
      case Property.Sometimes sometimes -> new SometimesJudge(sometimes, evidence);
      case Property.Quiet quiet -> new QuietJudge(quiet, evidence);
      case Property.Possible possible -> new PossibleJudge(possible, evidence);
      case Property.DeadlockFree deadlockFree -> new DeadlockFreeJudge(deadlockFree, evidence);
    };
  }
}
