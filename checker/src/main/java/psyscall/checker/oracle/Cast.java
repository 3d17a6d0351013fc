package psyscall.checker.oracle;

import psyscall.checker.oracle.Step.Role;

/// The individuals of one event by their small numbers; -1 for nobody. It is filled again for each
/// event.
final class Cast {
  static final int NOBODY = -1;

  private final int[] numbers = new int[Role.values().length];

  Cast() {
    numbers[Role.NOBODY.ordinal()] = NOBODY;
  }

  void set(int goroutine, int thread, int processor, int subject) {
    numbers[Role.GOROUTINE.ordinal()] = goroutine;
    numbers[Role.THREAD.ordinal()] = thread;
    numbers[Role.PROCESSOR.ordinal()] = processor;
    numbers[Role.SUBJECT.ordinal()] = subject;
  }

  int goroutine() {
    return numbers[Role.GOROUTINE.ordinal()];
  }

  int thread() {
    return numbers[Role.THREAD.ordinal()];
  }

  int processor() {
    return numbers[Role.PROCESSOR.ordinal()];
  }

  int subject() {
    return numbers[Role.SUBJECT.ordinal()];
  }

  /// @param role the ordinal of a [Role]
  int of(int role) {
    return numbers[role];
  }
}
