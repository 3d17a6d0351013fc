package psyscall.spec.kernel.table;

import static psyscall.spec.kernel.table.CallDraft.ALL;
import static psyscall.spec.kernel.table.CallDraft.ONLY_1_10;
import static psyscall.spec.kernel.table.CallDraft.ONLY_1_14;
import static psyscall.spec.kernel.table.CallDraft.SINCE_1_19;
import static psyscall.spec.kernel.table.CallDraft.UNTIL_1_14;
import static psyscall.spec.kernel.table.CallDraft.call;
import static psyscall.spec.kernel.table.CallDraft.either;
import static psyscall.spec.kernel.table.CallDraft.nowhere;
import static psyscall.spec.kernel.table.CallDraft.site;
import static psyscall.spec.kernel.table.CallDraft.without;
import static psyscall.spec.kernel.table.CallSite.Reason.PROMPT;
import static psyscall.spec.kernel.table.CallSite.Reason.START;
import static psyscall.spec.kernel.table.CallSite.Reason.UNREACHED;
import static psyscall.spec.kernel.table.CallSite.Stack.ANY;
import static psyscall.spec.kernel.table.CallSite.Stack.G0;

import java.util.List;
import psyscall.spec.kernel.table.CallSite.Context;
import psyscall.spec.release.Release;

/// Calls on the address space.
final class MemoryCalls {
  private MemoryCalls() {}

  /// All of them.
  ///
  /// @return those of any release
  static List<SystemCall> all() {
    return List.of(mmap(), munmap(), brk(), mincore(), madvise(), mlock());
  }

  private static SystemCall mmap() {
    return call(
        "mmap",
        9,
        ALL,
        map(ALL, without(G0), START, "os_linux.go sysargs"),
        map(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysAlloc"),
        map(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysReserve"),
        map(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysMap"),
        map(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysFault"),
        map(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysAllocOS"),
        map(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysReserveOS"),
        map(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysMapOS"),
        map(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysFaultOS"),
        map(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysUsedOS"));
  }

  private static CallSite map(
      List<Release> releases, Context context, CallSite.Reason reason, String function) {
    return site(releases, context, reason, function, "cgo_mmap.go mmap", "sysMmap");
  }

  private static SystemCall munmap() {
    return call(
        "munmap",
        11,
        ALL,
        unmap(ALL, without(G0), START, "os_linux.go sysargs"),
        unmap(ONLY_1_10, either(G0), PROMPT, "mem_linux.go mmap_fixed"),
        unmap(ONLY_1_10, either(G0), PROMPT, "mem_linux.go sysReserve"),
        unmap(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysFree"),
        unmap(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysFreeOS"));
  }

  private static CallSite unmap(
      List<Release> releases, Context context, CallSite.Reason reason, String function) {
    return site(releases, context, reason, function, "cgo_mmap.go munmap", "sysMunmap");
  }

  /// Asked on machines of 32 bits.
  private static SystemCall brk() {
    return call("brk", 12, ALL, site(ALL, nowhere(), UNREACHED, "sbrk0"));
  }

  private static SystemCall mincore() {
    return call(
        "mincore",
        27,
        ALL,
        site(ALL, without(G0), START, "os_linux.go sysargs", "mincore"),
        site(
            ONLY_1_10,
            either(G0),
            PROMPT,
            "mem_linux.go mmap_fixed",
            "mem_linux.go addrspace_free",
            "mincore"));
  }

  private static SystemCall madvise() {
    return call(
        "madvise",
        28,
        ALL,
        site(UNTIL_1_14, either(G0), PROMPT, "mem_linux.go sysUnused", "madvise"),
        site(ONLY_1_10, either(G0), PROMPT, "mem_linux.go sysUsed", "madvise"),
        site(ONLY_1_14, either(G0), PROMPT, "mem_linux.go sysHugePage", "madvise"),
        site(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysUnusedOS", "madvise"),
        site(SINCE_1_19, either(G0), PROMPT, "mem_linux.go sysHugePageOS", "madvise"));
  }

  /// On kernels that lost vector registers while they delivered a signal.
  private static SystemCall mlock() {
    return call(
        "mlock",
        149,
        ONLY_1_14,
        site(ONLY_1_14, either(ANY), PROMPT, "os_linux_x86.go mlockGsignal", "mlock"));
  }
}
