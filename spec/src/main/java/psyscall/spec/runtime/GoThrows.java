package psyscall.spec.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.release.Release;

/// Every throw of Go on the modelled paths, read in the sources of each release.
///
/// The rows stand in files by what they are about; a row gives the lines of 1.10.8, 1.14.15 and
/// 1.19.13 in this order.
public final class GoThrows {
  private GoThrows() {}

  /// The table of a release.
  ///
  /// @param release the release; one with a repair has the throws of the repair too, with the lines
  ///   of 1.22.0, and not those that it takes away
  /// @return in the order of the files and lines, roughly
  public static List<GoThrow> of(Release release) {
    Stream<GoThrow> own =
        Stream.of(
                GoroutineThrows.rows(),
                LockedThrows.rows(),
                WorldThrows.rows(),
                ThreadThrows.rows(),
                SchedulerThrows.rows(),
                CallThrows.rows(),
                OtherThrows.rows())
            .flatMap(List::stream)
            .map(row -> row.in(release))
            .flatMap(Optional::stream)
            .filter(row -> !RepairThrows.takesAway(release, row));
    return Stream.concat(own, RepairThrows.in(release)).toList();
  }
}
