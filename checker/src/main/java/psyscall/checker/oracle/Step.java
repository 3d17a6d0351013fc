package psyscall.checker.oracle;

/// One event of the lifecycle, said of the individuals of a trace event.
///
/// @param event its name in the lifecycle
/// @param goroutine who is its `g`
/// @param thread who is its `m`
/// @param processor who is its `p`
/// @param by who is its `by`
record Step(String event, Role goroutine, Role thread, Role processor, Role by) {
  /// Who of a trace event is meant.
  enum Role {
    /// Nobody.
    NOBODY,
    /// The goroutine whose event it is.
    GOROUTINE,
    /// The thread on which it happens.
    THREAD,
    /// The P of that thread.
    PROCESSOR,
    /// The goroutine or P that the event is about.
    SUBJECT
  }

  /// An event of which nobody is said yet.
  static Step of(String event) {
    return new Step(event, Role.NOBODY, Role.NOBODY, Role.NOBODY, Role.NOBODY);
  }

  Step g(Role role) {
    return new Step(event, role, thread, processor, by);
  }

  Step m(Role role) {
    return new Step(event, goroutine, role, processor, by);
  }

  Step p(Role role) {
    return new Step(event, goroutine, thread, role, by);
  }

  Step by(Role role) {
    return new Step(event, goroutine, thread, processor, role);
  }
}
