package psyscall.spec.state;

/// Who owns a P: the ghost that says in one word what Go spreads over five fields (facts on 1.10.8,
/// section 2).
public enum Holder {
  /// The thread whose `m.p` it is, until it gives it away.
  Running,
  /// Nobody: whoever wins the compare-and-swap; the thread of the system call remembers it.
  Syscall,
  /// The idle list.
  IdleList,
  /// A thread that holds it in a local variable (nil: sysmon).
  Transit,
  /// The thread that will find it in `m.nextp`.
  NextOf,
  /// The stopped world.
  Stopped
}
