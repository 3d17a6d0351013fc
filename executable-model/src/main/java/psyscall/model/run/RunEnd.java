package psyscall.model.run;

import psyscall.spec.process.Ending;

/// How a run came to its end.
public sealed interface RunEnd {

  /// When it came, from the start of the run.
  ///
  /// @return nanoseconds
  long nanos();

  /// How many steps were taken.
  ///
  /// @return the number, from 0
  long steps();

  /// The rules ended it: all goroutines have, or something is wrong.
  ///
  /// @param nanos when
  /// @param steps how many
  /// @param ending how
  record Ended(long nanos, long steps, Ending ending) implements RunEnd {}

  /// Nobody can move any more, and nothing is waited for.
  ///
  /// @param nanos when
  /// @param steps how many
  record AtRest(long nanos, long steps) implements RunEnd {}

  /// It was cut: the time that was allowed is over.
  ///
  /// @param nanos when
  /// @param steps how many
  record TimeOver(long nanos, long steps) implements RunEnd {}

  /// It was cut: the steps that were allowed are used up.
  ///
  /// @param nanos when
  /// @param steps how many
  record StepsOver(long nanos, long steps) implements RunEnd {}

  /// It was cut: a listener has enough.
  ///
  /// @param nanos when
  /// @param steps how many
  record Interrupted(long nanos, long steps) implements RunEnd {}

  /// A listener objects to the last step.
  ///
  /// @param nanos when
  /// @param steps how many
  /// @param objection which claim does not hold
  record Violated(long nanos, long steps, Objection objection) implements RunEnd {}
}
