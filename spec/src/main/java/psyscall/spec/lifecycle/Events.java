package psyscall.spec.lifecycle;

import java.util.Arrays;
import java.util.List;
import psyscall.spec.process.Event;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;

/// The vocabulary of observable events (design section 3). Where Go's tracer has a word for it, it
/// is that of its second format (Go 1.22).
public final class Events {
  private static final Sort.Field GOROUTINE = new Sort.Field("g", G.IDS.sort());
  private static final Sort.Field THREAD = new Sort.Field("m", M.IDS.sort());
  private static final Sort.Field PROCESSOR = new Sort.Field("p", P.IDS.sort());
  private static final Sort.Field BY = new Sort.Field("by", M.IDS.opt().sort());

  /// A goroutine starts to run on a thread with a P.
  public static final Event GO_START = event("GoStart", GOROUTINE, THREAD, PROCESSOR);

  /// A running goroutine yields: it is runnable again.
  public static final Event GO_STOP = event("GoStop", GOROUTINE, THREAD);

  /// A running goroutine parks.
  public static final Event GO_BLOCK = event("GoBlock", GOROUTINE, THREAD);

  /// A running goroutine ends.
  public static final Event GO_DESTROY = event("GoDestroy", GOROUTINE, THREAD);

  /// A goroutine is created; it is one that was not there, or has ended.
  public static final Event GO_CREATE = event("GoCreate", GOROUTINE);

  /// A parked goroutine becomes runnable.
  public static final Event GO_UNBLOCK = event("GoUnblock", GOROUTINE);

  /// A goroutine enters a system call; its thread still has the P.
  public static final Event GO_SYSCALL_ENTER =
      event("GoSyscallEnter", GOROUTINE, THREAD, PROCESSOR);

  /// A goroutine enters a wait that gives its P away at once.
  public static final Event GO_SYSCALL_BLOCK =
      event("GoSyscallBlock", GOROUTINE, THREAD, PROCESSOR);

  /// A goroutine leaves a system call with a P in its thread's hand.
  public static final Event GO_SYSCALL_EXIT_FAST =
      event("GoSyscallExitFast", GOROUTINE, THREAD, PROCESSOR);

  /// A goroutine leaves a system call without a P.
  public static final Event GO_SYSCALL_EXIT_SLOW = event("GoSyscallExitSlow", GOROUTINE, THREAD);

  /// A thread takes a P and runs it.
  public static final Event PROC_START = event("ProcStart", PROCESSOR, THREAD);

  /// A thread gives its P up and holds it in its hand.
  public static final Event PROC_STOP = event("ProcStop", PROCESSOR, THREAD);

  /// The P of a thread in a system call is up for grabs.
  public static final Event PROC_PUBLISH = event("ProcPublish", PROCESSOR, THREAD);

  /// A thread that comes back from a system call takes the P that it remembers.
  public static final Event PROC_REACQUIRE = event("ProcReacquire", PROCESSOR, THREAD);

  /// A P is taken out of a system call by a thread (nil: sysmon).
  public static final Event PROC_STEAL = event("ProcSteal", PROCESSOR, BY);

  /// A P is stopped for stop-the-world.
  public static final Event PROC_GCSTOP = event("ProcGcstop", PROCESSOR);

  /// A P enters the idle list.
  public static final Event PROC_IDLE = event("ProcIdle", PROCESSOR);

  /// A P is taken out of the idle list to be given to some thread (by nil: sysmon).
  public static final Event PROC_TAKE = event("ProcTake", PROCESSOR, BY);

  /// A P is left to a thread, which will find it in its `nextp`.
  public static final Event PROC_LEAVE = event("ProcLeave", PROCESSOR, THREAD);

  /// A thread begins to stop the world.
  public static final Event WORLD_STOPPING = event("WorldStopping", THREAD);

  /// All idle Ps are stopped for stop-the-world.
  public static final Event IDLE_GCSTOP = event("IdleGcstop", THREAD);

  /// The world has stopped.
  public static final Event WORLD_STOPPED = event("WorldStopped", THREAD);

  /// The stopped Ps are in the hand of the thread that starts the world.
  public static final Event PROCRESIZE = event("Procresize", THREAD);

  /// The world starts again.
  public static final Event WORLD_STARTED = event("WorldStarted", THREAD);

  /// Every P is to run the safe-point function; it runs for the idle ones at once.
  public static final Event SAFE_POINT_BEGIN = event("SafePointBegin", THREAD);

  /// The safe-point function runs for a P.
  public static final Event SAFE_POINT = event("SafePoint", PROCESSOR);

  /// Every P has run the safe-point function.
  public static final Event SAFE_POINT_END = event("SafePointEnd", THREAD);

  /// A C thread calls Go: a goroutine is born in a system call. From here on: told by traces only.
  public static final Event GO_CREATE_SYSCALL = event("GoCreateSyscall", GOROUTINE, THREAD);

  /// The goroutine of a C thread ends in a system call; a P that its thread still has is left
  /// behind.
  public static final Event GO_DESTROY_SYSCALL = event("GoDestroySyscall", GOROUTINE, THREAD);

  /// A goroutine comes back from a system call and runs, for a moment without a P.
  public static final Event GO_SYSCALL_RETURN = event("GoSyscallReturn", GOROUTINE, THREAD);

  /// A goroutine is created parked.
  public static final Event GO_CREATE_BLOCKED = event("GoCreateBlocked", GOROUTINE);

  /// A parked goroutine runs in the place of the one that runs on the thread, which parks.
  public static final Event GO_SWITCH = event("GoSwitch", GOROUTINE, THREAD);

  /// A parked goroutine runs in the place of the one that runs on the thread, which ends.
  public static final Event GO_SWITCH_DESTROY = event("GoSwitchDestroy", GOROUTINE, THREAD);

  /// A P is no longer one of GOMAXPROCS.
  public static final Event PROC_VANISH = event("ProcVanish", PROCESSOR);

  /// A P is one of GOMAXPROCS again.
  public static final Event PROC_APPEAR = event("ProcAppear", PROCESSOR);

  private Events() {}

  private static Event event(String name, Sort.Field... parameters) {
    return new Event(name, List.copyOf(Arrays.asList(parameters)));
  }
}
