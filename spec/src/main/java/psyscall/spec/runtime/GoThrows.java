package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.LATER;
import static psyscall.spec.runtime.GoThrow.Treatment.MACHINE;
import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.process.Ending;

/// Every throw of Go 1.10.8 on the modelled paths, read in the release's own sources.
public final class GoThrows {
  private static final String PROC = "proc.go";

  private static final String STOP = "stopTheWorldWithSema";

  private static final String HELPERS =
      "helpers live inside a completed stop and only lower nmidle";

  private static final String LOCKED = "locked goroutines come later";

  private GoThrows() {}

  /// The table.
  ///
  /// @return in the order of the files and lines, roughly
  public static List<GoThrow> all() {
    List<GoThrow> all = new ArrayList<>(goroutines());
    all.addAll(world());
    all.addAll(threads());
    all.addAll(scheduler());
    all.addAll(calls());
    all.addAll(elsewhere());
    all.addAll(outside());
    return List.copyOf(all);
  }

  private static GoThrow checked(String procedure, String lines, String condition, Ending ending) {
    return new GoThrow(
        procedure, PROC, lines, condition, GoThrow.Treatment.CHECKED, "", Optional.of(ending));
  }

  private static GoThrow left(
      String procedure,
      String lines,
      String condition,
      GoThrow.Treatment treatment,
      String reason) {
    return in(PROC, procedure, lines, condition, treatment, reason);
  }

  private static GoThrow in(
      String file,
      String procedure,
      String lines,
      String condition,
      GoThrow.Treatment treatment,
      String reason) {
    return new GoThrow(procedure, file, lines, condition, treatment, reason, Optional.empty());
  }

  private static List<GoThrow> goroutines() {
    return List.of(
        left(
            "casgstatus",
            "781",
            "neither status has the scan bit, and they differ",
            TAUTOLOGY,
            "both are constants at each call"),
        left(
            "casgstatus",
            "792",
            "a running G was not marked as scanned",
            OUT_OF_SCOPE,
            "stack scanning is not modelled"),
        new GoThrow(
            "casgstatus",
            PROC,
            "805",
            "a G that waits has one waker",
            GoThrow.Treatment.CHECKED,
            "status is read once here, so the check of ready (601) comes first",
            Optional.of(Throws.CASGSTATUS_WAITING)),
        left(
            "castogscanstatus, casfrom_Gscanstatus",
            "739, 751, 768",
            "the holder clears its bit",
            LATER,
            "whoever holds a scan bit becomes an actor later"),
        left(
            "isscanstatus, casgcopystack, scang, restartg",
            "703, 843, 876, 944",
            "the status is a legal one",
            OUT_OF_SCOPE,
            "stack scanning is not modelled"),
        left(
            "gopark, goschedImpl",
            "282, 2611",
            "the G is running",
            TAUTOLOGY,
            "they are reached from user code only"),
        checked("ready", "601", "the G is waiting", Throws.READY_STATUS),
        left(
            "allgadd, newproc1, gfput",
            "454, 3278, 3282, 3360",
            "a new G is dead",
            LATER,
            "goroutines are not created yet"),
        left(
            "newproc1, LockOSThread, badunlockosthread",
            "3256, 3267, 3499, 3557",
            "the user made no mistake",
            OUT_OF_SCOPE,
            "user errors"),
        left("goexit0", "2698", "no thread lock is left", LATER, LOCKED));
  }

  private static List<GoThrow> world() {
    return List.of(
        left(
            STOP,
            "1017",
            "the thread holds no lock",
            TAUTOLOGY,
            "it is reached from user code only"),
        checked(STOP, "1083", "stopwait is zero at the end", Throws.STOP_WORLD_WAIT),
        checked(STOP, "1083", "every P is Pgcstop at the end", Throws.STOP_WORLD_STATUS),
        checked(
            "startTheWorldWithSema",
            "1123",
            "the chosen thread has no nextp",
            Throws.START_WORLD_NEXTP),
        checked("forEachP", "1365", "safePointWait is zero before", Throws.FOR_EACH_P_BUSY),
        checked("forEachP", "1426", "safePointWait is zero after", Throws.FOR_EACH_P_NOT_DONE),
        checked("forEachP", "1430", "no P owes the function after", Throws.FOR_EACH_P_MISSED),
        left(
            "procresize",
            "3858, 3905",
            "0 ≤ old and 0 < new",
            OUT_OF_SCOPE,
            "GOMAXPROCS does not change"),
        left("helpgc", "658", "an idle thread exists", OUT_OF_SCOPE, HELPERS),
        left(
            "checkmcount, mcommoninit",
            "542, 556",
            "there are at most 10000 threads",
            OUT_OF_SCOPE,
            "threads are bounded: a start that finds none to create waits"));
  }

  private static List<GoThrow> threads() {
    return List.of(
        left(
            "mstart1, badmcall, badmcall2",
            "1209, 408, 412",
            "on the scheduler's stack",
            TAUTOLOGY,
            "stacks are places of the program counter"),
        left("mexit", "1287, 1306", "a locked thread ends in order", LATER, LOCKED),
        left("newm", "1847", "the template thread is announced", LATER, LOCKED),
        left("newm1", "1865", "cgo can start a thread", LATER, "cgo comes later"),
        left(
            "stopm",
            "1939",
            "the thread holds no lock",
            TAUTOLOGY,
            "every section of the lock ends in its own step"),
        checked("stopm", "1942", "the thread has no P", Throws.STOPM_HOLDING_P),
        checked("stopm", "1945", "the thread does not spin", Throws.STOPM_SPINNING),
        checked("startm", "1988", "nmspinning is not negative", Throws.STARTM_NMSPINNING),
        checked("startm", "2006", "the idle thread does not spin", Throws.STARTM_SPINNING),
        checked("startm", "2009", "the idle thread has no nextp", Throws.STARTM_NEXTP),
        checked(
            "startm", "2012", "a spinning start has a P with an empty queue", Throws.STARTM_RUNQ),
        left(
            "stoplockedm, startlockedm",
            "2092, 2107, 2121, 2124",
            "the locked pair agrees",
            LATER,
            LOCKED),
        checked("gcstopm", "2140", "somebody is stopping the world", Throws.GCSTOPM_NOT_WAITING),
        checked("gcstopm", "2147", "nmspinning is not negative", Throws.GCSTOPM_NMSPINNING));
  }

  private static List<GoThrow> scheduler() {
    return List.of(
        left(
            "findrunnable",
            "2325",
            "releasep gives the thread's P",
            TAUTOLOGY,
            "it is the same local variable"),
        checked(
            "findrunnable", "2347", "nmspinning is not negative", Throws.FINDRUNNABLE_NMSPINNING),
        checked(
            "findrunnable",
            "2392, 2395",
            "a blocking poll has no P and does not spin",
            Throws.FINDRUNNABLE_POLL),
        left(
            "resetspinning",
            "2443",
            "the thread spins",
            TAUTOLOGY,
            "the caller has just tested it, and only the thread itself writes it"),
        checked(
            "resetspinning", "2448", "nmspinning is not negative", Throws.RESETSPINNING_NMSPINNING),
        left(
            "schedule",
            "2489",
            "the thread holds no lock",
            TAUTOLOGY,
            "every section of the lock ends in its own step"),
        left("schedule", "2500", "the thread is not in cgo", LATER, "cgo comes later"),
        checked("schedule", "2537", "who spins has no local work", Throws.SCHEDULE_SPINNING),
        checked("pidleput", "4621", "an idle P has an empty queue", Throws.PIDLEPUT_RUNQ),
        left(
            "runqputslow, runqsteal",
            "4716, 4846",
            "a queue has at most 256 entries",
            OUT_OF_SCOPE,
            "queues are sets"),
        checked("checkdead", "4129", "not more threads idle than exist", Throws.CHECKDEAD_COUNTS),
        checked("checkdead", "4148", "at a dead lock no G can run", Throws.CHECKDEAD_RUNNABLE),
        left(
            "checkdead",
            "4153, 4177",
            "-",
            OUT_OF_SCOPE,
            "the program's own dead lock: a final state, not an error"),
        left(
            "checkdead",
            "4163, 4169",
            "fake time finds a P and a thread",
            OUT_OF_SCOPE,
            "fake time"));
  }

  private static List<GoThrow> calls() {
    return List.of(
        left("save", "2736", "the G has no context", MACHINE, "saved registers"),
        left(
            "reentersyscall, entersyscallblock, exitsyscall",
            "2799, 2896, 2903, 2941",
            "the stack pointer lies in the stack",
            MACHINE,
            "stacks are not modelled"),
        checked("exitsyscall", "2950", "a thread with a P has its cache", Throws.LOST_MCACHE_FAST),
        checked(
            "exitsyscall",
            "2999",
            "a thread with a P has its cache, after the scheduler",
            Throws.LOST_MCACHE_SLOW),
        checked("acquirep1", "4058", "the thread has no P and no cache", Throws.ACQUIREP_ALREADY),
        checked("acquirep1", "4066", "the P has no thread and is idle", Throws.ACQUIREP_STATE),
        checked("releasep", "4078", "the thread has a P and a cache", Throws.RELEASEP_ARG),
        checked(
            "releasep",
            "4083",
            "the P is this thread's, with its cache, and runs",
            Throws.RELEASEP_STATE));
  }

  private static List<GoThrow> elsewhere() {
    return List.of(
        in(
            "lock_futex.go",
            "lock, unlock",
            "50, 109, 118",
            "only the holder unlocks",
            TAUTOLOGY,
            "a section of the lock is one step"),
        new GoThrow(
            "notewakeup",
            "lock_futex.go",
            "134",
            "the note is not set yet",
            GoThrow.Treatment.CHECKED,
            "",
            Optional.of(Throws.NOTE_DOUBLE_WAKEUP)),
        in(
            "lock_futex.go",
            "notesleep, notetsleep, notetsleepg",
            "142, 213, 224",
            "on the right stack",
            TAUTOLOGY,
            "stacks are places of the program counter"),
        in(
            "stack.go",
            "newstack, copystack",
            "954, 831",
            "the stack may grow here",
            TAUTOLOGY,
            "there is no prologue between entry and exit of a system call"),
        in(
            "stack.go",
            "newstack",
            "1010, 1013",
            "on a user stack, with a P or a lock",
            TAUTOLOGY,
            "a request is honoured in user code only"));
  }

  private static List<GoThrow> outside() {
    return List.of(
        in("mgc.go", "gchelperstart", "2193, 2196", "the helper is one", OUT_OF_SCOPE, HELPERS),
        in("os_linux.go", "newosproc", "164", "clone succeeds", MACHINE, "threads of the system"),
        in(
            "rwmutex.go",
            "runlock",
            "65",
            "a reader is inside",
            OUT_OF_SCOPE,
            "a lock that the model does not have"),
        in(
            "stack.go",
            "newstack, copystack",
            "925, 931, 990, 1005, 1054, 835",
            "-",
            MACHINE,
            "stacks and fork"),
        in(
            PROC,
            "forcegchelper",
            "245",
            "the forced collection is not idle",
            TAUTOLOGY,
            "it is idle exactly while its helper waits, and only sysmon readies that"),
        in(
            "mgc.go",
            "findRunnableGCWorker",
            "708",
            "the collector marks",
            OUT_OF_SCOPE,
            "mark work is a free guess, and its workers end at once"),
        in("netpoll_epoll.go", "netpoll", "75", "-", OUT_OF_SCOPE, "what a poll brings is free"),
        in("netpoll.go", "netpollblock", "355, 371", "-", OUT_OF_SCOPE, "one waiter for each wait"),
        in(
            "proc.go",
            "main, acquireSudog, releaseSudog, badreflectcall, schedinit, castogscanstatus, needm",
            "141–177, 338–366, 416, 511, 769, 1577",
            "-",
            OUT_OF_SCOPE,
            "boot, channels, unreachable"));
  }
}
