package psyscall.model.observe;

/// What an event of a recorded run says, in the words of Go's second trace format where it has one
/// (Go 1.22, internal/trace/v2/event/go122/event.go).
///
/// For each kind it is said what [TraceEvent#subject] and [TraceEvent#value] are; unless said
/// otherwise both are [TraceEvent#NONE]. The event's own thread, P and goroutine are those before
/// it happens.
public enum Kind {
  /// The number of Ps changes, in a stopped world. Value: the new number.
  PROCS_CHANGE,
  /// A P starts to run on a thread. Subject: the P. In the first format the value is the thread.
  PROC_START,
  /// A P ceases to run on its thread. Subject: the P.
  PROC_STOP,
  /// A P is taken out of a system call. Subject: the P; value: the thread that it is taken from.
  PROC_STEAL,
  /// What a P does, told at the beginning of the trace or of a generation. Subject: the P; value: 1
  /// running, 2 idle, 3 in a system call, 4 in a system call that its thread has left.
  PROC_STATUS,
  /// A goroutine is created, runnable. Subject: the new one.
  GO_CREATE,
  /// A goroutine is created that waits. Subject: the new one.
  GO_CREATE_BLOCKED,
  /// A thread of C enters Go: its goroutine is born in a system call. Subject: the goroutine.
  GO_CREATE_SYSCALL,
  /// A thread of C leaves Go: its goroutine ends in a system call.
  GO_DESTROY_SYSCALL,
  /// A goroutine starts to run. Subject: the goroutine.
  GO_START,
  /// The running goroutine ends.
  GO_DESTROY,
  /// The running goroutine yields or is preempted: it is runnable.
  GO_STOP,
  /// The running goroutine parks.
  GO_BLOCK,
  /// A parked goroutine becomes runnable. Subject: that goroutine.
  GO_UNBLOCK,
  /// The running goroutine parks and another runs in its place. Subject: the other.
  GO_SWITCH,
  /// The running goroutine ends and another runs in its place. Subject: the other.
  GO_SWITCH_DESTROY,
  /// What a goroutine does, told at the beginning of the trace or of a generation. Subject: the
  /// goroutine; value: 1 runnable, 2 running, 3 in a system call, 4 waiting; other: its thread.
  GO_STATUS,
  /// First format: a goroutine waits when the trace begins. Subject: the goroutine.
  GO_WAITING,
  /// First format: a goroutine is in a system call when the trace begins. Subject: the goroutine.
  GO_IN_SYSCALL,
  /// The running goroutine enters a system call. Second format: value: the number that the event
  /// gives to its P; other: the number that is the next of that P, or [TraceEvent#NONE] without a
  /// P. Where the two differ the event does not belong to this P or not here.
  GO_SYSCALL_BEGIN,
  /// Second format: the goroutine is back from a system call and has kept its P.
  GO_SYSCALL_END,
  /// Second format: the goroutine is back from a system call and has lost its P.
  GO_SYSCALL_END_BLOCKED,
  /// First format: the P of a system call is taken; written by whoever took it into the buffer of
  /// that P. The event's goroutine is the one in the call.
  GO_SYS_BLOCK,
  /// First format: the end of a system call whose P was lost. Subject: the goroutine; value: when
  /// it really ended, in ticks, 0 for now.
  GO_SYS_EXIT,
  /// The world begins to stop. Value: why, a number in the first format, the number of a text in
  /// the second.
  STW_BEGIN,
  /// The world runs again.
  STW_END,
  /// A collection begins. Value: its number.
  GC_BEGIN,
  /// A collection ends.
  GC_END,
  /// A collection is under way when a generation begins. Value: its number.
  GC_ACTIVE,
  /// Everything that says nothing about goroutines, Ps and threads: heap, sweeping, tasks, logs.
  OTHER;

  /// Whether the subject of an event of this kind, if it has one, is a P; else it is a goroutine.
  ///
  /// @return whether it is a P
  public boolean isAboutProcessor() {
    return switch (this) {
      case PROC_START, PROC_STOP, PROC_STEAL, PROC_STATUS -> true;
      case PROCS_CHANGE,
          GO_CREATE,
          GO_CREATE_BLOCKED,
          GO_CREATE_SYSCALL,
          GO_DESTROY_SYSCALL,
          GO_START,
          GO_DESTROY,
          GO_STOP,
          GO_BLOCK,
          GO_UNBLOCK,
          GO_SWITCH,
          GO_SWITCH_DESTROY,
          GO_STATUS,
          GO_WAITING,
          GO_IN_SYSCALL,
          GO_SYSCALL_BEGIN,
          GO_SYSCALL_END,
          GO_SYSCALL_END_BLOCKED,
          GO_SYS_BLOCK,
          GO_SYS_EXIT,
          STW_BEGIN,
          STW_END,
          OTHER,
          GC_BEGIN,
          GC_END,
          GC_ACTIVE ->
          false;
    };
  }
}
