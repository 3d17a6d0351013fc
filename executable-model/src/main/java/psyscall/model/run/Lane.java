package psyscall.model.run;

import psyscall.model.kernel.VirtualKernel;
import psyscall.model.behavior.Actor;

/// An actor with its place in time.
final class Lane {
  private final Actor actor;
  private long freeNanos;
  private long wakeNanos = VirtualKernel.NEVER;
  private long blockedIn = -1;

  Lane(Actor actor) {
    this.actor = actor;
  }

  Actor actor() {
    return actor;
  }

  /// It takes a step.
  ///
  /// @param until when the step is over
  void busy(long until) {
    freeNanos = until;
    blockedIn = -1;
  }

  /// It cannot move.
  ///
  /// @param state which state that was, as a number
  /// @param until when time alone may change that
  void blocked(long state, long until) {
    blockedIn = state;
    wakeNanos = until;
  }

  /// When it is worth a try again, as far as is known in a state.
  ///
  /// @param state which state it is, as a number
  /// @return a time, perhaps one that is over
  long tryNanos(long state) {
    return blockedIn == state ? Math.max(freeNanos, wakeNanos) : freeNanos;
  }
}
