package psyscall.model.trace2;

import psyscall.model.observe.Kind;

/// The collections of a trace: begin, end and news of each in one row of numbers.
final class Collections {
  private boolean known;
  private long count;
  private int waiters = Entities.NONE;

  /// Whether an event may be the next.
  ///
  /// @param kind what it says
  /// @param number the number it gives
  /// @param firstGeneration whether it stands in the first generation of the trace
  /// @return false if it has to wait
  boolean mayBeNext(Kind kind, long number, boolean firstGeneration) {
    boolean begins =
        (kind == Kind.GC_ACTIVE && firstGeneration) || (kind == Kind.GC_BEGIN && !known);
    return begins || number == count + 1;
  }

  /// Counts an event.
  ///
  /// @param number the number it gives
  void count(long number) {
    known = true;
    count = number;
  }

  /// The number of the last event.
  long count() {
    return count;
  }

  /// Lets a thread wait for the next.
  ///
  /// @param thread the number of the thread
  /// @return who waits already, to be chained behind it, or [Entities#NONE]
  int await(int thread) {
    int behind = waiters;
    waiters = thread;
    return behind;
  }

  /// Nobody waits any more.
  ///
  /// @return who waited first, the others behind it, or [Entities#NONE]
  int dismiss() {
    int first = waiters;
    waiters = Entities.NONE;
    return first;
  }
}
