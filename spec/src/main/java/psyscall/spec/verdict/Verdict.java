package psyscall.spec.verdict;

/// The answer of a check. Only [Holds] is a success: a time-out or an unknown is [Inconclusive].
///
/// @param <T> what a counterexample is
public sealed interface Verdict<T> {

  /// What was asked holds.
  ///
  /// @param <T> what a counterexample is
  /// @param extent how far that reaches
  record Holds<T>(Extent extent) implements Verdict<T> {}

  /// A property is violated.
  ///
  /// @param <T> what a counterexample is
  /// @param property its name
  /// @param reason what is wrong in the last state, in one clause
  /// @param trace the shortest counterexample
  record Violated<T>(String property, String reason, T trace) implements Verdict<T> {}

  /// A state without a way on that is not declared as final.
  ///
  /// @param <T> what a counterexample is
  /// @param trace the shortest way to it
  record Deadlock<T>(T trace) implements Verdict<T> {}

  /// A behaviour that the model does not allow.
  ///
  /// @param <T> what a counterexample is
  /// @param event its position in the behaviour, from 1
  /// @param why which condition refused it
  /// @param allowed what the model allowed instead
  record NotConforming<T>(int event, String why, String allowed) implements Verdict<T> {}

  /// Nothing was examined, or what should be reachable is not.
  ///
  /// @param <T> what a counterexample is
  /// @param what what was not reached
  record Vacuous<T>(String what) implements Verdict<T> {}

  /// A limit ended the check.
  ///
  /// @param <T> what a counterexample is
  /// @param limit which limit, with its value
  record Inconclusive<T>(String limit) implements Verdict<T> {}
}
