package psyscall.spec.kernel.table;

import static psyscall.spec.kernel.table.CallDraft.ALL;
import static psyscall.spec.kernel.table.CallDraft.ONLY_1_10;
import static psyscall.spec.kernel.table.CallDraft.ONLY_1_14;
import static psyscall.spec.kernel.table.CallDraft.SINCE_1_14;
import static psyscall.spec.kernel.table.CallDraft.SINCE_1_19;
import static psyscall.spec.kernel.table.CallDraft.UNTIL_1_14;
import static psyscall.spec.kernel.table.CallDraft.call;
import static psyscall.spec.kernel.table.CallDraft.either;
import static psyscall.spec.kernel.table.CallDraft.nowhere;
import static psyscall.spec.kernel.table.CallDraft.site;
import static psyscall.spec.kernel.table.CallDraft.with;
import static psyscall.spec.kernel.table.CallDraft.without;
import static psyscall.spec.kernel.table.CallSite.Reason.DYING;
import static psyscall.spec.kernel.table.CallSite.Reason.HANDED_OFF;
import static psyscall.spec.kernel.table.CallSite.Reason.NO_P;
import static psyscall.spec.kernel.table.CallSite.Reason.NO_RETURN;
import static psyscall.spec.kernel.table.CallSite.Reason.PROMPT;
import static psyscall.spec.kernel.table.CallSite.Reason.SHORT_WAIT;
import static psyscall.spec.kernel.table.CallSite.Reason.START;
import static psyscall.spec.kernel.table.CallSite.Reason.UNREACHED;
import static psyscall.spec.kernel.table.CallSite.Stack.ANY;
import static psyscall.spec.kernel.table.CallSite.Stack.G;
import static psyscall.spec.kernel.table.CallSite.Stack.G0;
import static psyscall.spec.kernel.table.CallSite.Stack.GSIGNAL;

import java.util.Arrays;
import java.util.List;
import psyscall.spec.kernel.table.CallSite.Context;
import psyscall.spec.release.Release;

/// Calls on threads and processes, waits, and the clock.
final class ThreadCalls {
  private ThreadCalls() {}

  /// All of them.
  ///
  /// @return those of any release
  static List<SystemCall> all() {
    return List.of(
        schedYield(),
        nanosleep(),
        getpid(),
        cloneThread(),
        exit(),
        uname(),
        getrlimit(),
        archPrctl(),
        gettid(),
        futex(),
        schedGetaffinity(),
        clockGettime(),
        exitGroup(),
        pselect6());
  }

  private static SystemCall schedYield() {
    return call(
        "sched_yield",
        24,
        ALL,
        site(UNTIL_1_14, either(ANY), SHORT_WAIT, "lock_futex.go lock", "osyield"),
        site(SINCE_1_19, either(ANY), SHORT_WAIT, "lock_futex.go lock2", "osyield"),
        site(ALL, either(ANY), SHORT_WAIT, "proc.go casgstatus", "osyield"),
        site(ONLY_1_10, with(G0), SHORT_WAIT, "proc.go scang", "osyield"),
        site(SINCE_1_14, with(G0), SHORT_WAIT, "preempt.go suspendG", "osyield"),
        site(ALL, with(G), SHORT_WAIT, "proc.go exitsyscall", "osyield"),
        site(ALL, with(G0), SHORT_WAIT, "proc.go exitsyscallfast", "osyield"),
        site(ALL, with(G0), SHORT_WAIT, "mgcsweep.go ensureSwept", "osyield"),
        site(ONLY_1_10, with(G0), SHORT_WAIT, "mgcwork.go getfull", "osyield"),
        site(ALL, with(G), SHORT_WAIT, "proc.go setcpuprofilerate", "osyield"),
        site(ALL, either(GSIGNAL), SHORT_WAIT, "cpuprof.go add", "osyield"),
        site(SINCE_1_14, with(G), SHORT_WAIT, "proc.go syscall_runtime_BeforeExec", "osyield"),
        site(
            SINCE_1_19,
            with(G),
            SHORT_WAIT,
            "os_linux.go syscall_runtime_doAllThreadsSyscall",
            "osyield"),
        site(ALL, either(ANY), DYING, "signal_unix.go dieFromSignal", "osyield"));
  }

  private static SystemCall nanosleep() {
    return call(
        "nanosleep",
        35,
        SINCE_1_14,
        site(SINCE_1_14, without(G0), NO_P, "proc.go sysmon", "usleep"),
        site(SINCE_1_14, with(G0), SHORT_WAIT, "proc.go runqgrab", "usleep"),
        site(ONLY_1_14, either(ANY), SHORT_WAIT, "proc.go lockextra", "usleep"),
        site(
            SINCE_1_19,
            either(ANY),
            SHORT_WAIT,
            "proc.go lockextra",
            "stubs2.go usleep_no_g",
            "usleep"),
        site(SINCE_1_14, with(G), SHORT_WAIT, "runtime.go tickspersecond", "usleep"),
        site(SINCE_1_14, either(ANY), DYING, "proc.go freezetheworld", "usleep"),
        site(SINCE_1_14, either(GSIGNAL), DYING, "signal_unix.go sighandler", "usleep"));
  }

  /// How 1.10.8 sleeps.
  private static SystemCall pselect6() {
    return call(
        "pselect6",
        270,
        ONLY_1_10,
        site(ONLY_1_10, without(G0), NO_P, "proc.go sysmon", "usleep"),
        site(ONLY_1_10, with(G0), SHORT_WAIT, "proc.go runqgrab", "usleep"),
        site(ONLY_1_10, with(G0), SHORT_WAIT, "mgcwork.go getfull", "usleep"),
        site(ONLY_1_10, either(ANY), SHORT_WAIT, "proc.go lockextra", "usleep"),
        site(ONLY_1_10, with(G), SHORT_WAIT, "runtime.go tickspersecond", "usleep"),
        site(ONLY_1_10, either(ANY), DYING, "proc.go freezetheworld", "usleep"),
        site(ONLY_1_10, either(GSIGNAL), DYING, "signal_sighandler.go sighandler", "usleep"));
  }

  private static SystemCall getpid() {
    return call(
        "getpid",
        39,
        ALL,
        site(ONLY_1_10, either(GSIGNAL), DYING, "signal_sighandler.go sighandler", "raiseproc"),
        site(SINCE_1_14, either(GSIGNAL), DYING, "signal_unix.go sighandler", "raiseproc"),
        site(SINCE_1_14, either(ANY), DYING, "signal_unix.go dieFromSignal", "raise"),
        site(
            SINCE_1_14,
            either(ANY),
            PROMPT,
            "signal_unix.go preemptM",
            "os_linux.go signalM",
            "getpid"));
  }

  private static SystemCall cloneThread() {
    return call(
        "clone",
        56,
        ALL,
        site(ALL, either(G0), PROMPT, "proc.go newm1", "os_linux.go newosproc", "clone"),
        site(ALL, without(G0), START, "os_linux.go newosproc0", "clone"));
  }

  /// The end of a thread; `clone` itself has a second one for a function that returned.
  private static SystemCall exit() {
    return call(
        "exit",
        60,
        ALL,
        site(ALL, without(G0), NO_RETURN, "proc.go mexit", "exitThread"),
        site(ALL, without(G0), NO_RETURN, "clone"));
  }

  private static SystemCall exitGroup() {
    return call(
        "exit_group",
        231,
        ALL,
        site(ALL, with(G), NO_RETURN, "proc.go main", "exit"),
        site(ALL, with(G), NO_RETURN, "runtime.go syscall_Exit", "exit"),
        site(ONLY_1_10, either(G0), NO_RETURN, "panic.go dopanic_m", "exit"),
        site(SINCE_1_14, either(G0), NO_RETURN, "panic.go fatalpanic", "exit"),
        site(ONLY_1_10, either(GSIGNAL), NO_RETURN, "signal_sighandler.go sighandler", "exit"),
        site(SINCE_1_14, either(GSIGNAL), NO_RETURN, "signal_unix.go sighandler", "exit"),
        site(ALL, either(ANY), NO_RETURN, "signal_unix.go dieFromSignal", "exit"),
        site(ALL, without(G0), NO_RETURN, "proc.go needm", "exit"));
  }

  private static SystemCall uname() {
    return call(
        "uname",
        63,
        ONLY_1_14,
        site(
            ONLY_1_14,
            without(G0),
            START,
            "os_linux.go osinit",
            "os_linux_x86.go osArchInit",
            "uname"));
  }

  private static SystemCall getrlimit() {
    return call("getrlimit", 97, ONLY_1_10, site(ONLY_1_10, nowhere(), UNREACHED, "getrlimit"));
  }

  /// Gives a thread its base of FS; since 1.19.13 clone does that for all but the first.
  private static SystemCall archPrctl() {
    return call(
        "arch_prctl",
        158,
        ALL,
        site(ALL, without(G0), START, "asm_amd64.s rt0_go", "settls"),
        site(UNTIL_1_14, without(G0), NO_P, "sys_linux_amd64.s clone", "settls"));
  }

  private static SystemCall gettid() {
    return call(
        "gettid",
        186,
        ALL,
        site(ALL, without(G0), NO_P, "os_linux.go minit", "gettid"),
        site(ALL, without(G0), NO_P, "clone"),
        site(ALL, either(ANY), DYING, "signal_unix.go dieFromSignal", "raise"),
        site(ALL, without(GSIGNAL), NO_P, "signal_unix.go raisebadsignal", "raise"));
  }

  /// Idle threads sleep without a P; a lock holds one up; `notetsleepg` has handed it off.
  private static SystemCall futex() {
    return call(
        "futex",
        202,
        ALL,
        sleep(UNTIL_1_14, either(ANY), SHORT_WAIT, "lock_futex.go lock"),
        sleep(SINCE_1_19, either(ANY), SHORT_WAIT, "lock_futex.go lock2"),
        sleep(UNTIL_1_14, without(G0), NO_P, "proc.go stopm", "lock_futex.go notesleep"),
        sleep(
            SINCE_1_19,
            without(G0),
            NO_P,
            "proc.go stopm",
            "proc.go mPark",
            "lock_futex.go notesleep"),
        timed(with(G0), SHORT_WAIT, "proc.go stopTheWorldWithSema", "lock_futex.go notetsleep"),
        timed(with(G0), SHORT_WAIT, "proc.go forEachP", "lock_futex.go notetsleep"),
        timed(without(G0), NO_P, "proc.go sysmon", "lock_futex.go notetsleep"),
        timed(without(G), HANDED_OFF, "sigqueue.go signal_recv", "lock_futex.go notetsleepg"),
        timed(without(G), HANDED_OFF, "mgc.go gcBgMarkStartWorkers", "lock_futex.go notetsleepg"),
        wake(UNTIL_1_14, "lock_futex.go unlock"),
        wake(SINCE_1_19, "lock_futex.go unlock2"),
        wake(ALL, "lock_futex.go notewakeup"));
  }

  private static CallSite sleep(
      List<Release> releases, Context context, CallSite.Reason reason, String... callers) {
    String[] path = Arrays.copyOf(callers, callers.length + 2);
    path[callers.length] = "os_linux.go futexsleep";
    path[callers.length + 1] = "futex";
    return site(releases, context, reason, path);
  }

  private static CallSite timed(
      Context context, CallSite.Reason reason, String caller, String note) {
    return sleep(ALL, context, reason, caller, note, "lock_futex.go notetsleep_internal");
  }

  private static CallSite wake(List<Release> releases, String caller) {
    return site(releases, either(ANY), PROMPT, caller, "os_linux.go futexwakeup", "futex");
  }

  private static SystemCall schedGetaffinity() {
    return call(
        "sched_getaffinity",
        204,
        ALL,
        site(
            ALL,
            without(G0),
            START,
            "os_linux.go osinit",
            "os_linux.go getproccount",
            "sched_getaffinity"));
  }

  /// Where the vDSO has no clock.
  private static SystemCall clockGettime() {
    return call(
        "clock_gettime",
        228,
        SINCE_1_19,
        site(SINCE_1_19, either(G0), PROMPT, "time_nofake.go nanotime", "nanotime1"),
        site(SINCE_1_19, with(G0), PROMPT, "time_linux_amd64.s now"));
  }
}
