package psyscall.spec.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// The throws that repairs bring with them, read where the repairs are: in Go 1.22.0.
final class RepairThrows {
  private RepairThrows() {}

  /// Those of a release that has the repairs.
  static Stream<GoThrow> in(Release release) {
    return release.has(Change.NEEDSPINNING) ? needspinning().stream() : Stream.empty();
  }

  /// Whether a repair has taken a throw away: startm no longer counts a spinning start back.
  static boolean takesAway(Release release, GoThrow row) {
    return release.has(Change.NEEDSPINNING)
        && row.ending().stream().anyMatch(Throws.STARTM_NMSPINNING::equals);
  }

  private static List<GoThrow> needspinning() {
    return List.of(
        checked("startm", "2835", "a spinning start brings its P", Throws.STARTM_NO_P),
        checked("wakep", "2994", "nmspinning is not negative", Throws.WAKEP_NMSPINNING));
  }

  private static GoThrow checked(String procedure, String line, String condition, Ending ending) {
    return new GoThrow(
        procedure, "proc.go", line, condition, GoThrow.Treatment.CHECKED, "", Optional.of(ending));
  }
}
