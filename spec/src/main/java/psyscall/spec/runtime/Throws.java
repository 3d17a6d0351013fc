package psyscall.spec.runtime;

import psyscall.spec.process.Ending;

/// The throws of Go 1.10.8 that the model checks, and the ends of a program that are no error.
///
/// The texts are ours; the table of all throws with their lines is the class GoThrows.
public final class Throws {
  /// proc.go:601.
  public static final Ending READY_STATUS =
      Ending.thrown("ready-bad-status", "ready: the goroutine is not waiting");

  /// proc.go:1083, first half.
  public static final Ending STOP_WORLD_WAIT =
      Ending.thrown("stop-world-wait", "stopTheWorld: stopwait is not zero at the end");

  /// proc.go:1083, second half.
  public static final Ending STOP_WORLD_STATUS =
      Ending.thrown("stop-world-status", "stopTheWorld: a P is not stopped at the end");

  /// proc.go:1123.
  public static final Ending START_WORLD_NEXTP =
      Ending.thrown("start-world-nextp", "startTheWorld: the chosen thread already has a nextp");

  /// proc.go:1365.
  public static final Ending FOR_EACH_P_BUSY =
      Ending.thrown("for-each-p-busy", "forEachP: safePointWait is not zero at the beginning");

  /// proc.go:1426.
  public static final Ending FOR_EACH_P_NOT_DONE =
      Ending.thrown("for-each-p-not-done", "forEachP: safePointWait is not zero at the end");

  /// proc.go:1430.
  public static final Ending FOR_EACH_P_MISSED =
      Ending.thrown("for-each-p-missed", "forEachP: a P did not run the function");

  /// proc.go:1306.
  public static final Ending MEXIT_NOT_FOUND =
      Ending.thrown("mexit-not-found", "mexit: the thread is not among those that exist");

  /// proc.go:1847.
  public static final Ending NEWM_NO_TEMPLATE =
      Ending.thrown("newm-no-template", "newm: on a locked thread with no template thread");

  /// proc.go:1942.
  public static final Ending STOPM_HOLDING_P =
      Ending.thrown("stopm-holding-p", "stopm: the thread still has a P");

  /// proc.go:1945.
  public static final Ending STOPM_SPINNING =
      Ending.thrown("stopm-spinning", "stopm: the thread is spinning");

  /// proc.go:1988.
  public static final Ending STARTM_NMSPINNING =
      Ending.thrown("startm-nmspinning", "startm: nmspinning is negative");

  /// proc.go:2006.
  public static final Ending STARTM_SPINNING =
      Ending.thrown("startm-spinning", "startm: the idle thread is spinning");

  /// proc.go:2009.
  public static final Ending STARTM_NEXTP =
      Ending.thrown("startm-nextp", "startm: the idle thread already has a nextp");

  /// proc.go:2012.
  public static final Ending STARTM_RUNQ =
      Ending.thrown("startm-runq", "startm: a spinning start with a P that has goroutines queued");

  /// proc.go:2835 of 1.22.0, in a repair.
  public static final Ending STARTM_NO_P =
      Ending.thrown("startm-no-p", "startm: a spinning start without a P");

  /// proc.go:2994 of 1.22.0, in a repair.
  public static final Ending WAKEP_NMSPINNING =
      Ending.thrown("wakep-nmspinning", "wakep: nmspinning is negative");

  /// proc.go:2092.
  public static final Ending STOPLOCKEDM_INCONSISTENT =
      Ending.thrown(
          "stoplockedm-inconsistent", "stoplockedm: thread and goroutine are not locked together");

  /// proc.go:2107.
  public static final Ending STOPLOCKEDM_NOT_RUNNABLE =
      Ending.thrown(
          "stoplockedm-not-runnable", "stoplockedm: woken for a goroutine that cannot run");

  /// proc.go:2121.
  public static final Ending STARTLOCKEDM_TO_ME =
      Ending.thrown("startlockedm-to-me", "startlockedm: the goroutine is locked to this thread");

  /// proc.go:2124.
  public static final Ending STARTLOCKEDM_NEXTP =
      Ending.thrown("startlockedm-nextp", "startlockedm: the locked thread already has a nextp");

  /// proc.go:2140.
  public static final Ending GCSTOPM_NOT_WAITING =
      Ending.thrown("gcstopm-not-waiting", "gcstopm: nobody is stopping the world");

  /// proc.go:2147.
  public static final Ending GCSTOPM_NMSPINNING =
      Ending.thrown("gcstopm-nmspinning", "gcstopm: nmspinning is negative");

  /// proc.go:2347.
  public static final Ending FINDRUNNABLE_NMSPINNING =
      Ending.thrown("findrunnable-nmspinning", "findrunnable: nmspinning is negative");

  /// proc.go:2392 and 2395.
  public static final Ending FINDRUNNABLE_POLL =
      Ending.thrown("findrunnable-poll", "findrunnable: a blocking poll with a P, or spinning");

  /// proc.go:2448.
  public static final Ending RESETSPINNING_NMSPINNING =
      Ending.thrown("resetspinning-nmspinning", "resetspinning: nmspinning is negative");

  /// proc.go:2537.
  public static final Ending SCHEDULE_SPINNING =
      Ending.thrown("schedule-spinning", "schedule: spinning with local work");

  /// proc.go:2950.
  public static final Ending LOST_MCACHE_FAST =
      Ending.thrown("lost-mcache-fast", "exitsyscall: the thread has a P and no cache");

  /// proc.go:2999.
  public static final Ending LOST_MCACHE_SLOW =
      Ending.thrown("lost-mcache-slow", "exitsyscall, after the scheduler: no cache");

  /// proc.go:3282.
  public static final Ending NEWPROC_STATUS =
      Ending.thrown("newproc-status", "newproc: the new goroutine is not dead");

  /// proc.go:4058.
  public static final Ending ACQUIREP_ALREADY =
      Ending.thrown("acquirep-already", "acquirep: the thread already has a P or a cache");

  /// proc.go:4066.
  public static final Ending ACQUIREP_STATE =
      Ending.thrown("acquirep-state", "acquirep: the P has a thread or is not idle");

  /// proc.go:4078.
  public static final Ending RELEASEP_ARG =
      Ending.thrown("releasep-arg", "releasep: the thread has no P or no cache");

  /// proc.go:4083.
  public static final Ending RELEASEP_STATE =
      Ending.thrown("releasep-state", "releasep: the P is not this thread's, or not running");

  /// proc.go:4129.
  public static final Ending CHECKDEAD_COUNTS =
      Ending.thrown("checkdead-counts", "checkdead: more threads idle than exist");

  /// proc.go:4148.
  public static final Ending CHECKDEAD_RUNNABLE =
      Ending.thrown("checkdead-runnable", "checkdead: dead lock reported with a goroutine to run");

  /// proc.go:4621.
  public static final Ending PIDLEPUT_RUNQ =
      Ending.thrown("pidleput-runq", "pidleput: a P with queued goroutines goes idle");

  /// lock_futex.go:134.
  public static final Ending NOTE_DOUBLE_WAKEUP =
      Ending.thrown("note-double-wakeup", "notewakeup: the note is already set");

  /// proc.go:805.
  public static final Ending CASGSTATUS_WAITING =
      Ending.thrown("casgstatus-waiting", "casgstatus: two wakers for one wait");

  /// proc.go:751.
  public static final Ending CASFROM_NOT_SCANNING =
      Ending.thrown("casfrom-not-scanning", "casfrom_Gscanstatus: the scan bit is not set");

  /// proc.go:944.
  public static final Ending RESTARTG_STATUS =
      Ending.thrown("restartg-status", "restartg: the goroutine that was scanned has moved on");

  /// proc.go:4153: the program's own end.
  public static final Ending NO_GOROUTINES =
      new Ending("no-goroutines", Ending.Kind.FINAL, "all goroutines have ended");

  /// proc.go:4177: the program's own dead lock.
  public static final Ending ALL_ASLEEP =
      new Ending("all-asleep", Ending.Kind.FINAL, "the program's own dead lock: all are asleep");

  private Throws() {}
}
