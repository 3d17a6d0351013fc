package psyscall.spec.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;
import psyscall.spec.release.Renamed;
import psyscall.spec.runtime.GoThrow.Treatment;

/// A throw of Go in all releases that have it: a line of the table, with the same condition and the
/// same treatment in each of them.
///
/// @param spot where it stands
/// @param condition what must hold so that it does not fire
/// @param treatment what became of it
/// @param reason why it needs no check, or what its check needs that is not modelled yet
/// @param ending the check in the model, where there is one
record GoThrowRow(
    Spot spot, String condition, Treatment treatment, String reason, Optional<Ending> ending) {
  /// Where a throw stands.
  ///
  /// @param file the file below `src/runtime`
  /// @param procedure the Go function that throws, or several, joined by commas; the names of
  ///   1.10.8 where that has the throw
  /// @param lines by the number of a release the lines of the throws; a release without the throw
  ///   is not there
  record Spot(String file, String procedure, Map<String, String> lines) {
    /// Copies the lines.
    Spot {
      lines = Map.copyOf(lines);
    }
  }

  /// A throw of proc.go in three releases; where there are no lines, there is no throw.
  static Spot at(String procedure, String in10, String in14, String in19) {
    return in("proc.go", procedure, in10, in14, in19);
  }

  /// A throw of another file in three releases; where there are no lines, there is no throw.
  static Spot in(String file, String procedure, String in10, String in14, String in19) {
    List<String> given = List.of(in10, in14, in19);
    Map<String, String> lines = new TreeMap<>();
    for (int at = 0; at < given.size(); at++) {
      if (!given.get(at).isEmpty()) {
        lines.put(Release.all().get(at).name(), given.get(at));
      }
    }
    return new Spot(file, procedure, lines);
  }

  /// A throw that the model checks.
  static GoThrowRow checked(Spot spot, String condition, Ending ending) {
    return new GoThrowRow(spot, condition, Treatment.CHECKED, "", Optional.of(ending));
  }

  /// A throw that the model does not check.
  static GoThrowRow left(Spot spot, String condition, Treatment treatment, String reason) {
    return new GoThrowRow(spot, condition, treatment, reason, Optional.empty());
  }

  /// The throw in a release.
  ///
  /// @param release the release
  /// @return with the names and lines that it has there; empty where it is not there
  Optional<GoThrow> in(Release release) {
    return Optional.ofNullable(spot.lines().get(release.name()))
        .map(
            lines ->
                new GoThrow(
                    procedures(release), spot.file(), lines, condition, treatment, reason, ending));
  }

  private String procedures(Release release) {
    return Stream.of(spot.procedure().split(", ", -1))
        .map(procedure -> Renamed.in(release, procedure))
        .collect(Collectors.joining(", "));
  }
}
