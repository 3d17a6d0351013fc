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
import static psyscall.spec.kernel.table.CallSite.Reason.ANYWHERE;
import static psyscall.spec.kernel.table.CallSite.Reason.DYING;
import static psyscall.spec.kernel.table.CallSite.Reason.NO_P;
import static psyscall.spec.kernel.table.CallSite.Reason.PROMPT;
import static psyscall.spec.kernel.table.CallSite.Reason.START;
import static psyscall.spec.kernel.table.CallSite.Reason.STOPPED;
import static psyscall.spec.kernel.table.CallSite.Reason.UNREACHED;
import static psyscall.spec.kernel.table.CallSite.Stack.ANY;
import static psyscall.spec.kernel.table.CallSite.Stack.G;
import static psyscall.spec.kernel.table.CallSite.Stack.G0;
import static psyscall.spec.kernel.table.CallSite.Stack.GSIGNAL;

import java.util.List;
import psyscall.spec.kernel.table.CallSite.Context;
import psyscall.spec.release.Release;

/// Calls on files, pipes, sockets and the poller.
final class FileCalls {
  private FileCalls() {}

  /// All of them.
  ///
  /// @return those of any release
  static List<SystemCall> all() {
    return List.of(
        read(),
        write(),
        close(),
        pipe(),
        socket(),
        connect(),
        fcntl(),
        epollCreate(),
        epollCtl(),
        openat(),
        faccessat(),
        epollPwait(),
        epollCreate1(),
        pipe2());
  }

  private static SystemCall read() {
    return call(
        "read",
        0,
        ALL,
        site(ALL, without(G0), START, "os_linux.go sysargs", "read"),
        site(ALL, without(G0), START, "os_linux.go getRandomData", "read"),
        site(SINCE_1_14, without(G0), START, "os_linux.go getHugePageSize", "read"),
        site(
            ONLY_1_14,
            either(G0),
            PROMPT,
            "proc.go findrunnable",
            "netpoll_epoll.go netpoll",
            "read"),
        site(
            SINCE_1_19,
            either(G0),
            PROMPT,
            "proc.go findRunnable",
            "netpoll_epoll.go netpoll",
            "read"));
  }

  private static SystemCall write() {
    return call(
        "write",
        1,
        ALL,
        site(ONLY_1_10, either(ANY), ANYWHERE, "print.go gwrite", "write_err.go writeErr", "write"),
        site(
            SINCE_1_14,
            either(ANY),
            ANYWHERE,
            "print.go gwrite",
            "write_err.go writeErr",
            "time_nofake.go write",
            "write1"),
        site(ONLY_1_10, with(G0), STOPPED, "heapdump.go dwrite", "write"),
        site(SINCE_1_14, with(G0), STOPPED, "heapdump.go dwrite", "time_nofake.go write", "write1"),
        site(ONLY_1_10, either(G0), DYING, "proc.go badmorestackg0", "write"),
        site(ONLY_1_10, either(GSIGNAL), DYING, "proc.go badmorestackgsignal", "write"),
        site(
            SINCE_1_14,
            either(G0),
            DYING,
            "proc.go badmorestackg0",
            "time_nofake.go write",
            "write1"),
        site(
            SINCE_1_14,
            either(GSIGNAL),
            DYING,
            "proc.go badmorestackgsignal",
            "time_nofake.go write",
            "write1"),
        site(
            SINCE_1_14,
            either(ANY),
            PROMPT,
            "proc.go wakeNetPoller",
            "netpoll_epoll.go netpollBreak",
            "time_nofake.go write",
            "write1"));
  }

  private static SystemCall close() {
    return call(
        "close",
        3,
        ALL,
        site(ALL, without(G0), START, "os_linux.go sysargs", "closefd"),
        site(ALL, without(G0), START, "os_linux.go getRandomData", "closefd"),
        site(SINCE_1_14, without(G0), START, "os_linux.go getHugePageSize", "closefd"));
  }

  /// Where the kernel does not know pipe2.
  private static SystemCall pipe() {
    return call(
        "pipe",
        22,
        ONLY_1_14,
        site(
            ONLY_1_14,
            with(G),
            PROMPT,
            "netpoll.go netpollGenericInit",
            "netpoll_epoll.go netpollinit",
            "nbpipe_pipe2.go nonblockingPipe",
            "pipe"));
  }

  private static SystemCall pipe2() {
    return call(
        "pipe2",
        293,
        SINCE_1_14,
        site(
            SINCE_1_14,
            with(G),
            PROMPT,
            "netpoll.go netpollGenericInit",
            "netpoll_epoll.go netpollinit",
            "nbpipe_pipe2.go nonblockingPipe",
            "pipe2"));
  }

  /// For Android's log.
  private static SystemCall socket() {
    return call("socket", 41, ALL, site(ALL, nowhere(), UNREACHED, "socket"));
  }

  /// For Android's log.
  private static SystemCall connect() {
    return call("connect", 42, ALL, site(ALL, nowhere(), UNREACHED, "connect"));
  }

  /// For Android's log.
  private static SystemCall faccessat() {
    return call("faccessat", 269, ALL, site(ALL, nowhere(), UNREACHED, "access"));
  }

  /// Where the kernel does not know the flags that close on exec; since 1.19.13 also for the first
  /// three descriptors of a program with more rights than its user.
  private static SystemCall fcntl() {
    return call(
        "fcntl",
        72,
        ALL,
        site(ALL, with(G), PROMPT, "netpoll_epoll.go netpollinit", "closeonexec"),
        site(
            ONLY_1_14,
            with(G),
            PROMPT,
            "netpoll_epoll.go netpollinit",
            "nbpipe_pipe2.go nonblockingPipe",
            "setNonblock"),
        site(
            SINCE_1_19,
            without(G0),
            START,
            "security_unix.go secureFDs",
            "os_linux.go fcntl",
            "internal/syscall/asm_linux_amd64.s Syscall6"));
  }

  /// Where the kernel does not know epoll_create1.
  private static SystemCall epollCreate() {
    return call(
        "epoll_create",
        213,
        ALL,
        site(ALL, with(G), PROMPT, "netpoll_epoll.go netpollinit", "epollcreate"));
  }

  private static SystemCall epollCreate1() {
    return call(
        "epoll_create1",
        291,
        ALL,
        site(
            ONLY_1_10,
            with(G),
            PROMPT,
            "netpoll.go poll_runtime_pollServerInit",
            "netpoll_epoll.go netpollinit",
            "epollcreate1"),
        site(
            SINCE_1_14,
            with(G),
            PROMPT,
            "netpoll.go poll_runtime_pollServerInit",
            "netpoll.go netpollGenericInit",
            "netpoll_epoll.go netpollinit",
            "epollcreate1"));
  }

  private static SystemCall epollCtl() {
    return call(
        "epoll_ctl",
        233,
        ALL,
        site(
            ALL,
            with(G),
            PROMPT,
            "netpoll.go poll_runtime_pollOpen",
            "netpoll_epoll.go netpollopen",
            "epollctl"),
        site(
            ALL,
            with(G),
            PROMPT,
            "netpoll.go poll_runtime_pollClose",
            "netpoll_epoll.go netpollclose",
            "epollctl"),
        site(SINCE_1_14, with(G), PROMPT, "netpoll_epoll.go netpollinit", "epollctl"));
  }

  private static SystemCall openat() {
    return call(
        "openat",
        257,
        ALL,
        site(ALL, without(G0), START, "os_linux.go sysargs", "open"),
        site(ALL, without(G0), START, "os_linux.go getRandomData", "open"),
        site(SINCE_1_14, without(G0), START, "os_linux.go getHugePageSize", "open"),
        site(SINCE_1_19, without(G0), START, "security_unix.go secureFDs", "open"));
  }

  /// A scheduler polls twice: with its P and without waiting, and, when it has given its P up, for
  /// as long as it takes.
  private static SystemCall epollPwait() {
    return call(
        "epoll_pwait",
        281,
        ALL,
        poll(UNTIL_1_14, with(G0), PROMPT, "findrunnable"),
        poll(UNTIL_1_14, without(G0), NO_P, "findrunnable"),
        poll(SINCE_1_19, with(G0), PROMPT, "findRunnable"),
        poll(SINCE_1_19, without(G0), NO_P, "findRunnable"),
        poll(ALL, with(G0), PROMPT, "pollWork"),
        poll(ALL, with(G0), PROMPT, "startTheWorldWithSema"),
        poll(ALL, without(G0), NO_P, "sysmon"));
  }

  private static CallSite poll(
      List<Release> releases, Context context, CallSite.Reason reason, String function) {
    return site(
        releases, context, reason, "proc.go " + function, "netpoll_epoll.go netpoll", "epollwait");
  }
}
