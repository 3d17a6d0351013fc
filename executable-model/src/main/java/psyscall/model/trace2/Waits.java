package psyscall.model.trace2;

import java.util.List;
import psyscall.model.observe.TraceEvent;

/// What is told when events are left and none of them may be the next: of each thread its next
/// event, and how things are that the event waits for.
final class Waits {
  private static final int THREADS_SHOWN = 8;
  private static final List<String> OF_PROCESSORS =
      List.of("unknown", "running", "idle", "in a system call", "abandoned in a system call");
  private static final List<String> OF_GOROUTINES =
      List.of("unknown", "runnable", "running", "in a system call", "waiting");

  private final EventTable table;
  private final Entities processors;
  private final Entities goroutines;
  private final Collections collections;

  /// Looks at the tables of an order.
  Waits(EventTable table, Entities processors, Entities goroutines, Collections collections) {
    this.table = table;
    this.processors = processors;
    this.goroutines = goroutines;
    this.collections = collections;
  }

  /// The message.
  ///
  /// @param generation the number of the generation
  /// @param waiting the threads that wait, one or more
  /// @return one line, of at most a few threads
  String message(long generation, List<Stream> waiting) {
    StringBuilder text =
        new StringBuilder("no order of the events left is possible: generation=" + generation);
    for (Stream stream : waiting.subList(0, Math.min(waiting.size(), THREADS_SHOWN))) {
      text.append("; ").append(next(stream));
    }
    if (waiting.size() > THREADS_SHOWN) {
      text.append("; and more threads: ").append(waiting.size() - THREADS_SHOWN);
    }
    return text.toString();
  }

  private String next(Stream stream) {
    String of =
        switch (table.kind(stream.type)) {
          case PROC_START, PROC_STEAL ->
              subject("P", processors, OF_PROCESSORS, stream) + ownProcessor(stream);
          case GO_START, GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY ->
              subject("goroutine", goroutines, OF_GOROUTINES, stream);
          case GC_BEGIN, GC_END, GC_ACTIVE ->
              " number=%d, collections are at number=%d"
                  .formatted(stream.first, collections.count());
          case PROC_STOP,
              PROC_STATUS,
              PROCS_CHANGE,
              GO_CREATE,
              GO_CREATE_BLOCKED,
              GO_CREATE_SYSCALL,
              GO_DESTROY_SYSCALL,
              GO_DESTROY,
              GO_STOP,
              GO_BLOCK,
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
              OTHER ->
              ownProcessor(stream);
        };
    return "thread=%d at byte %d: %s%s"
        .formatted(stream.thread, stream.position(), table.name(stream.type), of);
  }

  private String subject(String name, Entities entities, List<String> statuses, Stream stream) {
    int number = entities.of(stream.first);
    boolean known = number != Entities.NONE;
    return " %s=%d number=%d, which is %s with number=%d"
        .formatted(
            name,
            stream.first,
            stream.second,
            statuses.get(known ? entities.status(number) : Entities.UNKNOWN),
            known ? entities.count(number) : 0);
  }

  private String ownProcessor(Stream stream) {
    return stream.processorId == TraceEvent.NONE
        ? ""
        : ", and the thread still has P=%d".formatted(stream.processorId);
  }
}
