package psyscall.spec.citation;

import java.util.Map;
import psyscall.spec.release.Release;

/// A function of Go by its file and its name.
///
/// @param file the file below `src/` of the Go tree; empty where the step is the model's own
/// @param function the function in that file
public record GoName(String file, String function) {
  /// By the number of a release what is called otherwise there than in 1.10.8.
  private static final Map<String, Map<GoName, GoName>> MOVED =
      Map.of(
          "1.14.15",
          Map.of(proc("acquirep1"), proc("wirep")),
          "1.19.13",
          Map.of(
              proc("acquirep1"),
              proc("wirep"),
              proc("findrunnable"),
              proc("findRunnable"),
              futex("lock"),
              futex("lock2"),
              futex("unlock"),
              futex("unlock2"),
              new GoName("runtime/mgc.go", "findRunnableGCWorker"),
              new GoName("runtime/mgcpacer.go", "findRunnableGCWorker"),
              new GoName("syscall/asm_linux_amd64.s", "Syscall"),
              new GoName("syscall/syscall_linux.go", "Syscall"),
              new GoName("syscall/asm_linux_amd64.s", "RawSyscall"),
              new GoName("syscall/syscall_linux.go", "RawSyscall")));

  private static GoName proc(String function) {
    return new GoName("runtime/proc.go", function);
  }

  private static GoName futex(String function) {
    return new GoName("runtime/lock_futex.go", function);
  }

  /// The same function in another release.
  ///
  /// @param release the release
  /// @return its name there; this one, read as a name of 1.10.8, where nobody renamed it
  public GoName in(Release release) {
    return MOVED.getOrDefault(release.name(), Map.of()).getOrDefault(this, this);
  }
}
