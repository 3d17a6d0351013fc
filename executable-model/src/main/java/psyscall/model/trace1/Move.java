package psyscall.model.trace1;

/// What an event asks of a goroutine before it can be the next one, and what it leaves behind.
///
/// Each goroutine has a number that counts what happens to it, and a state; in the beginning it is
/// dead and has number 0. A system call does not take part: for the order, a goroutine in a system
/// call runs until its P is taken. Source: Go 1.19, internal/trace/order.go.
enum Move {
  /// The event is never waited for, only kept in its place among those of its P.
  NONE(Goroutines.DEAD, Goroutines.DEAD),
  /// The goroutine has number 0 and becomes runnable.
  CREATE(Goroutines.DEAD, Goroutines.RUNNABLE),
  /// It has number 1: it was created for the trace, and waits or is in a system call.
  TELL(Goroutines.RUNNABLE, Goroutines.WAITING),
  /// It has the number that the event tells, and starts.
  START(Goroutines.RUNNABLE, Goroutines.RUNNING),
  /// It starts on the P where it became runnable, so that its number need not be told.
  START_HERE(Goroutines.RUNNABLE, Goroutines.RUNNING),
  /// The P's goroutine waits, or its P is taken out of a system call.
  PARK(Goroutines.RUNNING, Goroutines.WAITING),
  /// The P's goroutine gives way.
  YIELD(Goroutines.RUNNING, Goroutines.RUNNABLE),
  /// It has the number that the event tells, and becomes runnable.
  READY(Goroutines.WAITING, Goroutines.RUNNABLE),
  /// It becomes runnable on the P where it began to wait, so that its number need not be told.
  READY_HERE(Goroutines.WAITING, Goroutines.RUNNABLE),
  /// A collection begins; collections are counted like the events of one goroutine.
  COLLECT(Goroutines.DEAD, Goroutines.DEAD);

  private final int from;
  private final int to;
  private final boolean numbered;
  private final boolean counted;

  Move(int from, int to) {
    this.from = from;
    this.to = to;
    numbered =
        switch (this) {
          case CREATE, TELL, START, READY, COLLECT -> true;
          case NONE, START_HERE, PARK, YIELD, READY_HERE -> false;
        };
    counted =
        switch (this) {
          case CREATE, TELL, START, START_HERE, READY, READY_HERE, COLLECT -> true;
          case NONE, PARK, YIELD -> false;
        };
  }

  /// In which state the goroutine must be.
  int from() {
    return from;
  }

  /// In which state it is afterwards.
  int to() {
    return to;
  }

  /// Whether it must have a certain number.
  boolean numbered() {
    return numbered;
  }

  /// Whether its number rises by one.
  boolean counted() {
    return counted;
  }

  /// Whether it is about the goroutine that the P runs.
  boolean ofCurrent() {
    return this == PARK || this == YIELD;
  }
}
