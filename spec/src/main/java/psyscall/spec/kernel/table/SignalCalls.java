package psyscall.spec.kernel.table;

import static psyscall.spec.kernel.table.CallDraft.ALL;
import static psyscall.spec.kernel.table.CallDraft.ONLY_1_10;
import static psyscall.spec.kernel.table.CallDraft.SINCE_1_14;
import static psyscall.spec.kernel.table.CallDraft.SINCE_1_19;
import static psyscall.spec.kernel.table.CallDraft.UNTIL_1_14;
import static psyscall.spec.kernel.table.CallDraft.call;
import static psyscall.spec.kernel.table.CallDraft.either;
import static psyscall.spec.kernel.table.CallDraft.site;
import static psyscall.spec.kernel.table.CallDraft.with;
import static psyscall.spec.kernel.table.CallDraft.without;
import static psyscall.spec.kernel.table.CallSite.Reason.DYING;
import static psyscall.spec.kernel.table.CallSite.Reason.NO_P;
import static psyscall.spec.kernel.table.CallSite.Reason.NO_RETURN;
import static psyscall.spec.kernel.table.CallSite.Reason.PROMPT;
import static psyscall.spec.kernel.table.CallSite.Reason.START;
import static psyscall.spec.kernel.table.CallSite.Stack.ANY;
import static psyscall.spec.kernel.table.CallSite.Stack.G;
import static psyscall.spec.kernel.table.CallSite.Stack.G0;
import static psyscall.spec.kernel.table.CallSite.Stack.GSIGNAL;

import java.util.List;
import psyscall.spec.kernel.table.CallSite.Context;
import psyscall.spec.release.Release;

/// Calls on signals and timers.
final class SignalCalls {
  private SignalCalls() {}

  /// All of them.
  ///
  /// @return those of any release
  static List<SystemCall> all() {
    return List.of(
        rtSigaction(),
        rtSigprocmask(),
        rtSigreturn(),
        setitimer(),
        kill(),
        sigaltstack(),
        tkill(),
        timerCreate(),
        timerSettime(),
        timerDelete(),
        tgkill());
  }

  private static SystemCall rtSigaction() {
    return call(
        "rt_sigaction",
        13,
        ALL,
        action(ONLY_1_10, with(G0), START, "initsig"),
        action(ONLY_1_10, with(G), PROMPT, "sigenable"),
        action(ONLY_1_10, either(ANY), DYING, "dieFromSignal"),
        handler(with(G0), START, "initsig"),
        handler(with(G), PROMPT, "sigenable"),
        handler(either(ANY), DYING, "dieFromSignal"));
  }

  private static CallSite action(
      List<Release> releases, Context context, CallSite.Reason reason, String function) {
    return site(
        releases,
        context,
        reason,
        "signal_unix.go " + function,
        "os_linux.go setsig",
        "cgo_sigaction.go rt_sigaction",
        "sysSigaction");
  }

  private static CallSite handler(Context context, CallSite.Reason reason, String function) {
    return site(
        SINCE_1_14,
        context,
        reason,
        "signal_unix.go " + function,
        "os_linux.go setsig",
        "cgo_sigaction.go sigaction",
        "os_linux.go sysSigaction",
        "rt_sigaction");
  }

  private static SystemCall rtSigprocmask() {
    return call(
        "rt_sigprocmask",
        14,
        ALL,
        mask(either(G0), PROMPT, "os_linux.go newosproc"),
        mask(without(G0), NO_P, "signal_unix.go minitSignalMask"),
        mask(with(G), PROMPT, "signal_unix.go ensureSigM"),
        mask(either(ANY), PROMPT, "signal_unix.go sigblock"),
        mask(either(ANY), PROMPT, "signal_unix.go msigrestore"),
        mask(either(ANY), PROMPT, "signal_unix.go unblocksig"));
  }

  private static CallSite mask(Context context, CallSite.Reason reason, String function) {
    return site(ALL, context, reason, function, "os_linux.go sigprocmask", "rtsigprocmask");
  }

  /// The kernel is told the address, and a handler returns to it.
  private static SystemCall rtSigreturn() {
    return call(
        "rt_sigreturn",
        15,
        ALL,
        site(ALL, either(GSIGNAL), NO_RETURN, "os_linux.go setsig", "sigreturn"));
  }

  private static SystemCall setitimer() {
    return call(
            "setitimer",
            38,
            ALL,
            site(
                UNTIL_1_14,
                with(G0),
                PROMPT,
                "proc.go execute",
                "signal_unix.go setThreadCPUProfiler",
                "setitimer"),
            site(
                SINCE_1_19,
                with(G),
                PROMPT,
                "proc.go setcpuprofilerate",
                "os_linux.go setProcessCPUProfiler",
                "signal_unix.go setProcessCPUProfilerTimer",
                "setitimer"))
        .spelled("setittimer");
  }

  private static SystemCall kill() {
    return call(
        "kill",
        62,
        ALL,
        site(ONLY_1_10, either(GSIGNAL), DYING, "signal_sighandler.go sighandler", "raiseproc"),
        site(SINCE_1_14, either(GSIGNAL), DYING, "signal_unix.go sighandler", "raiseproc"));
  }

  private static SystemCall sigaltstack() {
    return call(
        "sigaltstack",
        131,
        ALL,
        site(
            ALL,
            without(G0),
            NO_P,
            "os_linux.go minit",
            "signal_unix.go minitSignals",
            "signal_unix.go minitSignalStack",
            "sigaltstack"),
        site(
            ALL,
            with(G0),
            PROMPT,
            "proc.go mexit",
            "os_linux.go unminit",
            "signal_unix.go unminitSignals",
            "sigaltstack"),
        site(ONLY_1_10, either(GSIGNAL), PROMPT, "signal_unix.go sigtrampgo", "sigaltstack"),
        site(
            SINCE_1_14,
            either(GSIGNAL),
            PROMPT,
            "signal_unix.go adjustSignalStack",
            "sigaltstack"));
  }

  private static SystemCall tkill() {
    return call(
        "tkill",
        200,
        ONLY_1_10,
        site(ONLY_1_10, either(ANY), DYING, "signal_unix.go dieFromSignal", "raise"),
        site(ONLY_1_10, without(GSIGNAL), NO_P, "signal_unix.go raisebadsignal", "raise"));
  }

  /// Asks another thread to stop at a safe point, or raises a signal for itself.
  private static SystemCall tgkill() {
    return call(
        "tgkill",
        234,
        SINCE_1_14,
        site(
            SINCE_1_14,
            either(ANY),
            PROMPT,
            "signal_unix.go preemptM",
            "os_linux.go signalM",
            "tgkill"),
        site(SINCE_1_14, either(ANY), DYING, "signal_unix.go dieFromSignal", "raise"),
        site(SINCE_1_14, without(GSIGNAL), NO_P, "signal_unix.go raisebadsignal", "raise"));
  }

  private static SystemCall timerCreate() {
    return call("timer_create", 222, SINCE_1_19, timer("timer_create"));
  }

  private static SystemCall timerSettime() {
    return call("timer_settime", 223, SINCE_1_19, timer("timer_settime"));
  }

  private static SystemCall timerDelete() {
    return call("timer_delete", 226, SINCE_1_19, timer("timer_delete"));
  }

  private static CallSite timer(String stub) {
    return site(
        SINCE_1_19, with(G0), PROMPT, "proc.go execute", "os_linux.go setThreadCPUProfiler", stub);
  }
}
