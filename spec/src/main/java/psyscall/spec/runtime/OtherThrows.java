package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.LATER;
import static psyscall.spec.runtime.GoThrow.Treatment.MACHINE;
import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.in;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.ArrayList;
import java.util.List;

/// The throws of what is beside the modelled paths: the collector, the network, cgo, the system.
final class OtherThrows {
  static final String HELPERS = "helpers live inside a completed stop and only lower nmidle";

  private static final String MARKING = "mark work is a free guess, and its workers end at once";

  private OtherThrows() {}

  static List<GoThrowRow> rows() {
    List<GoThrowRow> rows = new ArrayList<>(outside());
    rows.addAll(neighbours());
    return rows;
  }

  private static List<GoThrowRow> outside() {
    return List.of(
        left(
            in("mgc.go", "gchelperstart", "2193, 2196", "", ""),
            "the helper is one",
            OUT_OF_SCOPE,
            HELPERS),
        left(
            in("os_linux.go", "newosproc", "164", "161", "187"),
            "clone succeeds",
            MACHINE,
            "threads of the system"),
        left(
            in("rwmutex.go", "runlock", "65", "65", "65"),
            "a reader is inside",
            OUT_OF_SCOPE,
            "a lock that the model does not have"),
        left(
            in(
                "stack.go",
                "newstack, copystack",
                "925, 931, 990, 1005, 1054, 835",
                "930, 936, 995, 1010, 1042, 832, 858",
                "966, 972, 1032, 1047, 1103, 863, 894"),
            "-",
            MACHINE,
            "stacks and fork"),
        left(
            in("cgocall.go", "cgocallbackg", "", "", "209, 244"),
            "a callback comes and returns on its thread",
            LATER,
            "cgo comes later"));
  }

  private static List<GoThrowRow> neighbours() {
    return List.of(
        left(
            at("forcegchelper", "245", "250", "299"),
            "the forced collection is not idle",
            TAUTOLOGY,
            "it is idle exactly while its helper waits, and only sysmon readies that"),
        left(
            in("mgc.go", "findRunnableGCWorker", "708", "676", ""),
            "the collector marks",
            OUT_OF_SCOPE,
            MARKING),
        left(
            in("mgcpacer.go", "findRunnableGCWorker", "", "", "812"),
            "the collector marks",
            OUT_OF_SCOPE,
            MARKING),
        left(
            in("netpoll_epoll.go", "netpoll", "75", "123, 142", "130, 149"),
            "-",
            OUT_OF_SCOPE,
            "what a poll brings is free"),
        left(
            in("netpoll.go", "netpollblock", "355, 371", "408, 424", "518, 531"),
            "-",
            OUT_OF_SCOPE,
            "one waiter for each wait"),
        left(
            at(
                "main, acquireSudog, releaseSudog, badreflectcall, schedinit, castogscanstatus,"
                    + " needm",
                "141–177, 338–366, 416, 511, 769, 1577",
                "147–182, 351–379, 429, 568, 779, 1476",
                "184–225, 410–438, 476, 708, 724, 955, 1826"),
            "-",
            OUT_OF_SCOPE,
            "boot, channels, unreachable"));
  }
}
