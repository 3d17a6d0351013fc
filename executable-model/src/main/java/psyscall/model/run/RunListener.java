package psyscall.model.run;

import java.util.Optional;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.workload.Operation;

/// Who is told what happens in a run, in the order in which it does.
public interface RunListener {

  /// Nothing has happened yet.
  ///
  /// @param initial the state in which the run begins
  default void began(State initial) {}

  /// A step was taken.
  ///
  /// @param nanos when it begins, from the start of the run
  /// @param step the step, with the events that it emits; to be looked at now, not kept
  default void stepped(long nanos, StepView step) {}

  /// A goroutine enters the kernel.
  ///
  /// @param nanos when
  /// @param goroutine its id
  /// @param way how the call was made
  default void entered(long nanos, long goroutine, Operation.Way way) {}

  /// A goroutine leaves the kernel.
  ///
  /// @param nanos when
  /// @param goroutine its id
  /// @param way how the call was made
  default void left(long nanos, long goroutine, Operation.Way way) {}

  /// A goroutine printed what its last call gave back.
  ///
  /// @param nanos when
  /// @param goroutine its id
  /// @param outcome what it prints, and how long the call took for it
  default void printed(long nanos, long goroutine, CallOutcome outcome) {}

  /// A goroutine printed a text.
  ///
  /// @param nanos when
  /// @param goroutine its id
  /// @param text one line
  default void said(long nanos, long goroutine, String text) {}

  /// Whether the run is to end, whatever happens in it; asked often, by the thread that is told of
  /// steps.
  ///
  /// @return whether the listener has enough
  default boolean hasEnough() {
    return false;
  }

  /// What is to be said against the run so far; asked after [#began] and after each step. A run
  /// ends with the first objection.
  ///
  /// @return the objection, if there is one
  default Optional<Objection> objection() {
    return Optional.empty();
  }
}
