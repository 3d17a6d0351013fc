package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.process.Event;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;

/// The vocabulary of observable events (design section 3).
public final class Events {
  private static final Sort.Field GOROUTINE = new Sort.Field("g", G.IDS.sort());
  private static final Sort.Field THREAD = new Sort.Field("m", M.IDS.sort());
  private static final Sort.Field PROCESSOR = new Sort.Field("p", P.IDS.sort());
  private static final Sort.Field BY = new Sort.Field("by", M.IDS.opt().sort());

  /// A goroutine starts to run on a thread with a P.
  public static final Event GO_START = new Event("GoStart", List.of(GOROUTINE, THREAD, PROCESSOR));

  /// A running goroutine goes back to a queue, parks or ends.
  public static final Event GO_STOP = new Event("GoStop", List.of(GOROUTINE, THREAD));

  /// A parked goroutine becomes runnable.
  public static final Event GO_UNPARK = new Event("GoUnpark", List.of(GOROUTINE));

  /// A goroutine enters a system call and its P is up for grabs.
  public static final Event GO_SYSCALL_ENTER =
      new Event("GoSyscallEnter", List.of(GOROUTINE, THREAD, PROCESSOR));

  /// A goroutine enters a wait that gives its P away at once.
  public static final Event GO_SYSCALL_BLOCK =
      new Event("GoSyscallBlock", List.of(GOROUTINE, THREAD, PROCESSOR));

  /// A goroutine leaves a system call with a P in its thread's hand.
  public static final Event GO_SYSCALL_EXIT_FAST =
      new Event("GoSyscallExitFast", List.of(GOROUTINE, THREAD, PROCESSOR));

  /// A goroutine leaves a system call without a P.
  public static final Event GO_SYSCALL_EXIT_SLOW =
      new Event("GoSyscallExitSlow", List.of(GOROUTINE, THREAD));

  /// A P is taken out of a system call by a thread (nil: sysmon).
  public static final Event PROC_STEAL = new Event("ProcSteal", List.of(PROCESSOR, BY));

  /// A thread takes a P.
  public static final Event PROC_START = new Event("ProcStart", List.of(PROCESSOR, THREAD));

  /// A thread gives its P up.
  public static final Event PROC_STOP = new Event("ProcStop", List.of(PROCESSOR, THREAD));

  /// A P enters the idle list.
  public static final Event PROC_IDLE = new Event("ProcIdle", List.of(PROCESSOR));

  /// A P is stopped for stop-the-world.
  public static final Event PROC_GCSTOP = new Event("ProcGcstop", List.of(PROCESSOR));

  /// The world has stopped.
  public static final Event STOP_THE_WORLD = new Event("StopTheWorld", List.of(THREAD));

  /// The world starts again.
  public static final Event START_THE_WORLD = new Event("StartTheWorld", List.of(THREAD));

  /// The safe-point function runs for a P.
  public static final Event SAFE_POINT = new Event("SafePoint", List.of(PROCESSOR));

  private Events() {}
}
