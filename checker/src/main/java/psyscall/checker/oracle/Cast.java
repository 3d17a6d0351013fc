package psyscall.checker.oracle;

import psyscall.checker.oracle.Step.Role;

/// The individuals of one event by their small numbers; -1 for nobody. It is filled again for each
/// event.
final class Cast {
  static final int NOBODY = -1;

  private int goroutine = NOBODY;
  private int thread = NOBODY;
  private int processor = NOBODY;
  private int subject = NOBODY;

  void set(int goroutine, int thread, int processor, int subject) {
    this.goroutine = goroutine;
    this.thread = thread;
    this.processor = processor;
    this.subject = subject;
  }

  int goroutine() {
    return goroutine;
  }

  int thread() {
    return thread;
  }

  int processor() {
    return processor;
  }

  int subject() {
    return subject;
  }

  int of(Role role) {
    return switch (role) {
      case NOBODY -> NOBODY;
      case GOROUTINE -> goroutine;
      case THREAD -> thread;
      case PROCESSOR -> processor;
      case SUBJECT -> subject;
    };
  }
}
