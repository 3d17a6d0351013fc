package psyscall.cli.futex;

/// What happens to the word on which goroutines wait. They expect 1.
sealed interface Meanwhile {
  /// It holds 1 all the time, and nobody wakes.
  record Nothing() implements Meanwhile {}

  /// Another goroutine stores 2, and wakes nobody.
  ///
  /// @param nanos how long it sleeps before
  record Change(long nanos) implements Meanwhile {}

  /// Another goroutine wakes all who wait.
  ///
  /// @param nanos how long it sleeps before
  record Wake(long nanos) implements Meanwhile {}

  /// It does not hold 1 from the start.
  ///
  /// @param held what it holds
  record Wrong(long held) implements Meanwhile {}
}
