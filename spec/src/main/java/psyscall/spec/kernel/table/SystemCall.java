package psyscall.spec.kernel.table;

import java.util.List;
import psyscall.spec.release.Release;

/// A system call that Go's runtime makes for itself on linux/amd64, by a routine that never tells
/// the scheduler.
///
/// @param name the kernel's name
/// @param goName the name behind `SYS_` in Go's list, which once is misspelled
/// @param number the kernel's number
/// @param releases the releases whose list has it, the oldest first
/// @param sites where it is called
public record SystemCall(
    String name, String goName, int number, List<Release> releases, List<CallSite> sites) {
  /// Copies the lists.
  public SystemCall {
    releases = List.copyOf(releases);
    sites = List.copyOf(sites);
  }

  /// Where a release calls it.
  ///
  /// @param release one whose list has it
  /// @return those sites
  public List<CallSite> sitesIn(Release release) {
    return sites.stream().filter(site -> site.releases().contains(release)).toList();
  }

  /// The same call, as Go's list spells it.
  ///
  /// @param spelling what stands behind `SYS_`
  /// @return the call
  SystemCall spelled(String spelling) {
    return new SystemCall(name, spelling, number, releases, sites);
  }
}
