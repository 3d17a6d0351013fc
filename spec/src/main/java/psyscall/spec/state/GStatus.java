package psyscall.spec.state;

/// What `g.atomicstatus` can be here (runtime2.go:27). The scan bit is a variable of its own
/// ([Goroutines#scan]); the states of stack copying, creation and preemption are left out.
public enum GStatus {
  /// In exactly one run queue, or in the hand of the thread that queues or runs it.
  Grunnable,
  /// On a thread, running user code.
  Grunning,
  /// On a thread, in a system call.
  Gsyscall,
  /// Parked until somebody readies it.
  Gwaiting,
  /// Ended, or not yet created.
  Gdead
}
