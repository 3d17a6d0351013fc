package psyscall.spec.state;

/// What `p.status` can be in 1.10.8 (runtime2.go:91). Pdead is left out: GOMAXPROCS does not
/// change.
public enum PStatus {
  /// In the idle list, in the `nextp` of a thread, or in some thread's hand.
  Pidle,
  /// Owned by the thread that names it in `m.p`.
  Prunning,
  /// Its thread is in a system call; anyone may take it, by compare-and-swap only.
  Psyscall,
  /// Stopped for stop-the-world.
  Pgcstop
}
