package psyscall.model.tracewriter;

/// An event of the format, with the byte that it begins with (Go 1.22,
/// internal/trace/v2/event/go122/event.go).
enum Word {
  /// A P starts: the P, its next number.
  PROC_START(10),
  /// The thread's P stops.
  PROC_STOP(11),
  /// A P is taken out of a call: the P, its next number, the thread that had it.
  PROC_STEAL(12),
  /// What a P does: the P, its status.
  PROC_STATUS(13),
  /// A goroutine is created: the goroutine, its stack, the creator's.
  GO_CREATE(14),
  /// A goroutine starts: the goroutine, its next number.
  GO_START(16),
  /// The thread's goroutine ends.
  GO_DESTROY(17),
  /// The thread's goroutine yields: why, its stack.
  GO_STOP(19),
  /// The thread's goroutine parks: why, its stack.
  GO_BLOCK(20),
  /// A goroutine is readied: the goroutine, its next number, a stack.
  GO_UNBLOCK(21),
  /// The thread's goroutine enters a call: the next number of its P, its stack.
  GO_SYSCALL_BEGIN(22),
  /// It is back, and its P was there.
  GO_SYSCALL_END(23),
  /// It is back, and its P was lost.
  GO_SYSCALL_END_BLOCKED(24),
  /// What a goroutine does: the goroutine, its thread, its status.
  GO_STATUS(25),
  /// The world is to stop: why, a stack.
  STW_BEGIN(26),
  /// The world runs again.
  STW_END(27);

  private final int number;

  Word(int number) {
    this.number = number;
  }

  /// Its first byte.
  int number() {
    return number;
  }
}
