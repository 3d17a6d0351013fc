package psyscall.model.trace1;

import java.util.Locale;
import psyscall.model.observe.Kind;

/// The events of the first format: their byte, the format that has them first, their arguments,
/// what they mean and what the order asks of them.
///
/// Arguments are those after the time; `S` is the number of a stack. An argument that only some
/// formats have says so: `seq>=7` since 1.7, `seq<7` before. Source: Go 1.21,
/// internal/trace/parser.go, EventDescriptions and argNum.
enum EventType {
  /// The events that follow are of this P, until the next batch.
  BATCH(1, 5, "p seq<7 ticks", Shape.BATCH),
  /// How many ticks a second has; written once, after all events.
  FREQUENCY(2, 5, "frequency unused<7", Shape.FREQUENCY),
  /// A stack: its number, how many frames, the frames.
  STACK(3, 5, "", Shape.STACK),
  /// The number of Ps is set.
  GOMAXPROCS(4, 5, "procs S", Kind.PROCS_CHANGE, Move.NONE),
  /// The P begins to run on a thread.
  PROC_START(5, 5, "thread", Kind.PROC_START, Move.NONE),
  /// The P ceases to run.
  PROC_STOP(6, 5, "", Kind.PROC_STOP, Move.NONE),
  /// A collection begins.
  GC_START(7, 5, "seq>=7 S", Kind.GC_BEGIN, Move.COLLECT),
  /// A collection ends.
  GC_DONE(8, 5, "", Kind.GC_END, Move.NONE),
  /// The world stops; before 1.10: a P begins to scan in a stopped world.
  STW_START(9, 5, "kind>=10", Kind.STW_BEGIN, Move.NONE),
  /// The world runs again; before 1.10: a P has scanned.
  STW_DONE(10, 5, "", Kind.STW_END, Move.NONE),
  /// Sweeping begins.
  GC_SWEEP_START(11, 5, "S"),
  /// Sweeping ends.
  GC_SWEEP_DONE(12, 5, "swept>=9 reclaimed>=9"),
  /// A goroutine is created.
  GO_CREATE(13, 5, "g start S", Kind.GO_CREATE, Move.CREATE),
  /// A goroutine starts.
  GO_START(14, 5, "g seq>=7", Kind.GO_START, Move.START),
  /// The goroutine ends.
  GO_END(15, 5, "", Kind.GO_DESTROY, Move.NONE),
  /// The goroutine blocks for ever.
  GO_STOP(16, 5, "S", Kind.GO_BLOCK, Move.NONE),
  /// The goroutine yields.
  GO_SCHED(17, 5, "S", Kind.GO_STOP, Move.YIELD),
  /// The goroutine is preempted.
  GO_PREEMPT(18, 5, "S", Kind.GO_STOP, Move.YIELD),
  /// The goroutine sleeps.
  GO_SLEEP(19, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks.
  GO_BLOCK(20, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// A goroutine becomes runnable.
  GO_UNBLOCK(21, 5, "g seq>=7 S", Kind.GO_UNBLOCK, Move.READY),
  /// The goroutine blocks in a send.
  GO_BLOCK_SEND(22, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks in a receive.
  GO_BLOCK_RECV(23, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks in a select.
  GO_BLOCK_SELECT(24, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks on a lock.
  GO_BLOCK_SYNC(25, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks on a condition.
  GO_BLOCK_COND(26, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine blocks on the network.
  GO_BLOCK_NET(27, 5, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine enters a system call.
  GO_SYS_CALL(28, 5, "S", Kind.GO_SYSCALL_BEGIN, Move.NONE),
  /// A system call that lost its P ends.
  GO_SYS_EXIT(29, 5, "g seq ts", Kind.GO_SYS_EXIT, Move.READY),
  /// The P is taken out of a system call.
  GO_SYS_BLOCK(30, 5, "", Kind.GO_SYS_BLOCK, Move.PARK),
  /// A goroutine waits when the trace begins.
  GO_WAITING(31, 5, "g", Kind.GO_WAITING, Move.TELL),
  /// A goroutine is in a system call when the trace begins.
  GO_IN_SYSCALL(32, 5, "g", Kind.GO_IN_SYSCALL, Move.TELL),
  /// The size of the heap.
  HEAP_ALLOC(33, 5, "bytes"),
  /// The size of the heap at which a collection begins.
  HEAP_GOAL(34, 5, "bytes"),
  /// A goroutine serves timers; written after all events.
  TIMER_GOROUTINE(35, 5, "g unused<7", Shape.REMARK),
  /// The goroutine woke for nothing.
  FUTILE_WAKEUP(36, 5, ""),
  /// A text: its number, its length, its bytes.
  STRING(37, 7, "", Shape.STRING),
  /// As [#GO_START], on the P of the goroutine's last event.
  GO_START_LOCAL(38, 7, "g", Kind.GO_START, Move.START_HERE),
  /// As [#GO_UNBLOCK], on the P of the goroutine's last event.
  GO_UNBLOCK_LOCAL(39, 7, "g S", Kind.GO_UNBLOCK, Move.READY_HERE),
  /// As [#GO_SYS_EXIT], on the P of the goroutine's last event.
  GO_SYS_EXIT_LOCAL(40, 7, "g ts", Kind.GO_SYS_EXIT, Move.READY_HERE),
  /// As [#GO_START], with a label.
  GO_START_LABEL(41, 8, "g seq label", Kind.GO_START, Move.START),
  /// The goroutine waits for the collector.
  GO_BLOCK_GC(42, 8, "S", Kind.GO_BLOCK, Move.PARK),
  /// The goroutine begins to help the collector.
  GC_MARK_ASSIST_START(43, 9, "S"),
  /// The goroutine ceases to help the collector.
  GC_MARK_ASSIST_DONE(44, 9, ""),
  /// A task of the user begins.
  USER_TASK_CREATE(45, 11, "task parent name S"),
  /// A task of the user ends.
  USER_TASK_END(46, 11, "task S"),
  /// A region of the user begins or ends.
  USER_REGION(47, 11, "task mode name S"),
  /// A line in the user's log; its text follows.
  USER_LOG(48, 11, "task key S", Shape.LOG),
  /// A sample of the profiler, written late and in no order.
  CPU_SAMPLE(49, 19, "ts p g S", Shape.SAMPLE);

  private final int code;
  private final int since;
  private final String arguments;
  private final Shape shape;
  private final Kind kind;
  private final Move move;

  EventType(int code, int since, String arguments) {
    this(code, since, arguments, Kind.OTHER, Move.NONE);
  }

  EventType(int code, int since, String arguments, Shape shape) {
    this.code = code;
    this.since = since;
    this.arguments = arguments;
    this.shape = shape;
    kind = Kind.OTHER;
    move = Move.NONE;
  }

  EventType(int code, int since, String arguments, Kind kind, Move move) {
    this.code = code;
    this.since = since;
    this.arguments = arguments;
    this.kind = kind;
    this.move = move;
    shape = Shape.EVENT;
  }

  /// The low six bits of its first byte.
  int code() {
    return code;
  }

  /// What Go calls it.
  String goName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_", -1)) {
      name.append(
          switch (word) {
            case "GC", "STW", "CPU" -> word;
            case String other -> other.charAt(0) + other.substring(1).toLowerCase(Locale.ROOT);
          });
    }
    return name.toString();
  }

  /// The number of the first format that has it.
  int since() {
    return since;
  }

  /// What it means.
  Kind kind() {
    return kind;
  }

  /// What the order asks of it.
  Move move() {
    return move;
  }

  /// How many arguments it has after its time, without the stack.
  int values(int minor) {
    int count = 0;
    for (String argument : arguments.split(" ", -1)) {
      int from = argument.indexOf(">=");
      int until = argument.indexOf('<');
      boolean there =
          !argument.isEmpty()
              && !argument.equals("S")
              && (from < 0 || minor >= Integer.parseInt(argument.substring(from + 2)))
              && (until < 0 || minor < Integer.parseInt(argument.substring(until + 1)));
      count += there ? 1 : 0;
    }
    return count;
  }

  /// Whether its last argument is a stack.
  boolean hasStack() {
    return arguments.endsWith("S");
  }

  /// How its bytes lie.
  Shape shape() {
    return shape;
  }
}
