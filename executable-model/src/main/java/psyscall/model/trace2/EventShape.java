package psyscall.model.trace2;

import java.util.List;
import psyscall.model.observe.Kind;

/// What an event of the second format looks like: its number, its name in Go's text form, the names
/// of its arguments, and what it means to us (Go 1.26, internal/trace/tracev2/events.go).
///
/// @param number the byte that it begins with
/// @param name its name in the text form
/// @param arguments their names, in order; `dt` is the time since the event before
/// @param since the first minor release whose traces have it
/// @param kind what it says
public record EventShape(int number, String name, List<String> arguments, int since, Kind kind) {
  /// Begins a batch.
  public static final int BATCH = 1;

  /// Begins a table of stacks.
  public static final int STACKS = 2;

  /// Begins a stack.
  public static final int STACK = 3;

  /// Begins a table of texts.
  public static final int STRINGS = 4;

  /// Begins a text.
  public static final int STRING = 5;

  static final int CPU_SAMPLES = 6;
  static final int CPU_SAMPLE = 7;

  /// Tells the ticks of a second.
  public static final int FREQUENCY = 8;

  static final int EXPERIMENTAL_BATCH = 49;
  static final int SYNC = 50;
  static final int CLOCK_SNAPSHOT = 51;
  static final int END_OF_GENERATION = 52;

  /// The event of a name.
  ///
  /// @param name its name in the text form
  /// @return the event
  /// @throws IllegalArgumentException if none has it
  public static EventShape named(String name) {
    return all().stream()
        .filter(shape -> shape.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such event: name=" + name));
  }

  /// Whether it may stand in a batch of events.
  ///
  /// @return false for what makes up the container
  boolean isTimed() {
    return number != CLOCK_SNAPSHOT && !arguments.isEmpty() && arguments.getFirst().equals("dt");
  }

  /// All events of all releases, by number.
  ///
  /// @return the list
  static List<EventShape> all() {
    return List.of(
        container(BATCH, "EventBatch", "gen m time size", 22),
        container(STACKS, "Stacks", "", 22),
        container(STACK, "Stack", "id nframes", 22),
        container(STRINGS, "Strings", "", 22),
        container(STRING, "String", "id", 22),
        container(CPU_SAMPLES, "CPUSamples", "", 22),
        container(CPU_SAMPLE, "CPUSample", "time m p g stack", 22),
        container(FREQUENCY, "Frequency", "freq", 22),
        timed(9, "ProcsChange", "procs_value stack", 22, Kind.PROCS_CHANGE),
        timed(10, "ProcStart", "p p_seq", 22, Kind.PROC_START),
        timed(11, "ProcStop", "", 22, Kind.PROC_STOP),
        timed(12, "ProcSteal", "p p_seq m", 22, Kind.PROC_STEAL),
        timed(13, "ProcStatus", "p pstatus", 22, Kind.PROC_STATUS),
        timed(14, "GoCreate", "new_g new_stack stack", 22, Kind.GO_CREATE),
        timed(15, "GoCreateSyscall", "new_g", 22, Kind.GO_CREATE_SYSCALL),
        timed(16, "GoStart", "g g_seq", 22, Kind.GO_START),
        timed(17, "GoDestroy", "", 22, Kind.GO_DESTROY),
        timed(18, "GoDestroySyscall", "", 22, Kind.GO_DESTROY_SYSCALL),
        timed(19, "GoStop", "reason_string stack", 22, Kind.GO_STOP),
        timed(20, "GoBlock", "reason_string stack", 22, Kind.GO_BLOCK),
        timed(21, "GoUnblock", "g g_seq stack", 22, Kind.GO_UNBLOCK),
        timed(22, "GoSyscallBegin", "p_seq stack", 22, Kind.GO_SYSCALL_BEGIN),
        timed(23, "GoSyscallEnd", "", 22, Kind.GO_SYSCALL_END),
        timed(24, "GoSyscallEndBlocked", "", 22, Kind.GO_SYSCALL_END_BLOCKED),
        timed(25, "GoStatus", "g m gstatus", 22, Kind.GO_STATUS),
        timed(26, "STWBegin", "kind_string stack", 22, Kind.STW_BEGIN),
        timed(27, "STWEnd", "", 22, Kind.STW_END),
        timed(28, "GCActive", "gc_seq", 22, Kind.GC_ACTIVE),
        timed(29, "GCBegin", "gc_seq stack", 22, Kind.GC_BEGIN),
        timed(30, "GCEnd", "gc_seq", 22, Kind.GC_END),
        timed(31, "GCSweepActive", "p", 22, Kind.OTHER),
        timed(32, "GCSweepBegin", "stack", 22, Kind.OTHER),
        timed(33, "GCSweepEnd", "swept_value reclaimed_value", 22, Kind.OTHER),
        timed(34, "GCMarkAssistActive", "g", 22, Kind.OTHER),
        timed(35, "GCMarkAssistBegin", "stack", 22, Kind.OTHER),
        timed(36, "GCMarkAssistEnd", "", 22, Kind.OTHER),
        timed(37, "HeapAlloc", "heapalloc_value", 22, Kind.OTHER),
        timed(38, "HeapGoal", "heapgoal_value", 22, Kind.OTHER),
        timed(39, "GoLabel", "label_string", 22, Kind.OTHER),
        timed(40, "UserTaskBegin", "task parent_task name_string stack", 22, Kind.OTHER),
        timed(41, "UserTaskEnd", "task stack", 22, Kind.OTHER),
        timed(42, "UserRegionBegin", "task name_string stack", 22, Kind.OTHER),
        timed(43, "UserRegionEnd", "task name_string stack", 22, Kind.OTHER),
        timed(44, "UserLog", "task key_string value_string stack", 22, Kind.OTHER),
        timed(45, "GoSwitch", "g g_seq", 23, Kind.GO_SWITCH),
        timed(46, "GoSwitchDestroy", "g g_seq", 23, Kind.GO_SWITCH_DESTROY),
        timed(47, "GoCreateBlocked", "new_g new_stack stack", 23, Kind.GO_CREATE_BLOCKED),
        timed(48, "GoStatusStack", "g m gstatus stack", 23, Kind.GO_STATUS),
        container(EXPERIMENTAL_BATCH, "ExperimentalBatch", "exp gen m time", 23),
        container(SYNC, "Sync", "", 25),
        container(CLOCK_SNAPSHOT, "ClockSnapshot", "dt mono sec nsec", 25),
        container(END_OF_GENERATION, "EndOfGeneration", "", 26),
        timed(128, "Span", "id npages_value kindclass", 23, Kind.OTHER),
        timed(129, "SpanAlloc", "id npages_value kindclass", 23, Kind.OTHER),
        timed(130, "SpanFree", "id", 23, Kind.OTHER),
        timed(131, "HeapObject", "id type", 23, Kind.OTHER),
        timed(132, "HeapObjectAlloc", "id type", 23, Kind.OTHER),
        timed(133, "HeapObjectFree", "id", 23, Kind.OTHER),
        timed(134, "GoroutineStack", "id order", 23, Kind.OTHER),
        timed(135, "GoroutineStackAlloc", "id order", 23, Kind.OTHER),
        timed(136, "GoroutineStackFree", "id", 23, Kind.OTHER));
  }

  private static EventShape timed(int number, String name, String arguments, int since, Kind kind) {
    return new EventShape(number, name, List.of(("dt " + arguments).split(" ")), since, kind);
  }

  private static EventShape container(int number, String name, String arguments, int since) {
    return new EventShape(
        number,
        name,
        arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")),
        since,
        Kind.OTHER);
  }
}
