package psyscall.spec.release;

import java.util.List;

/// Files and functions of Go that are called otherwise in a later release.
public final class Renamed {
  private static final List<Renaming> ALL =
      List.of(
          new Renaming("acquirep1", "wirep", Release.GO_1_14_15),
          new Renaming("findrunnable", "findRunnable", Release.GO_1_19_13),
          new Renaming("syscall/asm_linux_amd64.s", "syscall/syscall_linux.go", Release.GO_1_19_13),
          new Renaming("exitsyscallfast", "exitsyscallTryGetP", Release.traced(26)),
          new Renaming("exitsyscall0", "exitsyscallNoP", Release.traced(26)),
          new Renaming("forEachP", "forEachPInternal", Release.traced(22)),
          new Renaming("runtime/trace.go", "runtime/traceruntime.go", Release.traced(23)),
          new Renaming("runtime/trace.go", "runtime/trace2runtime.go", Release.traced(22)),
          new Renaming("traceGoStart", "GoStart", Release.traced(22)),
          new Renaming("traceGoSched", "GoSched", Release.traced(22)),
          new Renaming("traceGoPark", "GoPark", Release.traced(22)),
          new Renaming("traceGoEnd", "GoEnd", Release.traced(22)),
          new Renaming("traceGoCreate", "GoCreate", Release.traced(22)),
          new Renaming("traceGoUnpark", "GoUnpark", Release.traced(22)),
          new Renaming("traceProcStart", "ProcStart", Release.traced(22)),
          new Renaming("traceProcStop", "ProcStop", Release.traced(22)),
          new Renaming("traceGoSysBlock", "ProcSteal", Release.traced(22)));

  private record Renaming(String from, String to, Release since) {}

  private Renamed() {}

  /// What a release calls a file or function.
  ///
  /// @param release the release
  /// @param name its name in 1.10.8
  /// @return its name there
  public static String in(Release release, String name) {
    return ALL.stream()
        .filter(renaming -> renaming.from().equals(name) && release.isFrom(renaming.since()))
        .map(Renaming::to)
        .findFirst()
        .orElse(name);
  }
}
