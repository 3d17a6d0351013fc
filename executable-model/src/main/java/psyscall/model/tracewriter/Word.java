package psyscall.model.tracewriter;

import psyscall.model.trace2.EventShape;

/// An event of the format, as the reader knows it by its name in Go's text form.
enum Word {
  /// A P starts: the P, its next number.
  PROC_START("ProcStart"),
  /// The thread's P stops.
  PROC_STOP("ProcStop"),
  /// A P is taken out of a call: the P, its next number, the thread that had it.
  PROC_STEAL("ProcSteal"),
  /// What a P does: the P, its status.
  PROC_STATUS("ProcStatus"),
  /// A goroutine is created: the goroutine, its stack, the creator's.
  GO_CREATE("GoCreate"),
  /// A goroutine starts: the goroutine, its next number.
  GO_START("GoStart"),
  /// The thread's goroutine ends.
  GO_DESTROY("GoDestroy"),
  /// The thread's goroutine yields: why, its stack.
  GO_STOP("GoStop"),
  /// The thread's goroutine parks: why, its stack.
  GO_BLOCK("GoBlock"),
  /// A goroutine is readied: the goroutine, its next number, a stack.
  GO_UNBLOCK("GoUnblock"),
  /// The thread's goroutine enters a call: the next number of its P, its stack.
  GO_SYSCALL_BEGIN("GoSyscallBegin"),
  /// It is back, and its P was there.
  GO_SYSCALL_END("GoSyscallEnd"),
  /// It is back, and its P was lost.
  GO_SYSCALL_END_BLOCKED("GoSyscallEndBlocked"),
  /// What a goroutine does: the goroutine, its thread, its status.
  GO_STATUS("GoStatus"),
  /// The world is to stop: why, a stack.
  STW_BEGIN("STWBegin"),
  /// The world runs again.
  STW_END("STWEnd"),
  /// A collection begins: the next number of such events, a stack.
  GC_BEGIN("GCBegin"),
  /// A collection goes on in this generation: the next number.
  GC_ACTIVE("GCActive"),
  /// The collection has ended: the next number.
  GC_END("GCEnd");

  private final int number;

  Word(String name) {
    number = EventShape.named(name).number();
  }

  /// Its first byte.
  int number() {
    return number;
  }
}
