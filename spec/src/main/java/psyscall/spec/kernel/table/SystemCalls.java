package psyscall.spec.kernel.table;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.spec.kernel.table.CallSite.Reason;
import psyscall.spec.release.Release;

/// The system calls of Go's runtime: its own list, the `SYS_` names of `sys_linux_amd64.s`.
///
/// 1.10.8 has 35. One name of the list is not the kernel's: it says `setittimer`.
public final class SystemCalls {
  private SystemCalls() {}

  /// Those of any release.
  ///
  /// @return in the order of their numbers
  public static List<SystemCall> all() {
    return Stream.of(FileCalls.all(), MemoryCalls.all(), SignalCalls.all(), ThreadCalls.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(SystemCall::number))
        .toList();
  }

  /// The numbers of those that nobody comes back from: `rt_sigreturn`, `exit`, `exit_group`.
  ///
  /// @return numbers of the kernel
  public static Set<Integer> neverBack() {
    return all().stream()
        .filter(call -> call.sites().stream().allMatch(site -> site.reason() == Reason.NO_RETURN))
        .map(SystemCall::number)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of a release.
  ///
  /// @param release the release
  /// @return in the order of their numbers
  public static List<SystemCall> of(Release release) {
    return all().stream().filter(call -> call.releases().contains(release)).toList();
  }
}
