package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.cli.input.Names;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Presence;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;

/// The searches for a bug in a release whose other bugs are repaired.
///
/// @param shown the one in which it should be found: of the release as it is, or with the bug put
///   back; empty where it should not be found
/// @param held the one in which it should not be found: with Go's repair, or of the release as it
///   is; empty where the bug is native and Go has no repair
public record BugSearches(Optional<Check> shown, Optional<Check> held) {

  /// The searches of a cell of the table.
  ///
  /// @param bug the row
  /// @param release the column
  /// @return none where the bug is not judged
  public static BugSearches of(Bug bug, Release release) {
    return switch (bug.in(release)) {
      case Presence.Native _ ->
          new BugSearches(
              Optional.of(judging(bug, bug.alone(release))),
              bug.repair().isEmpty()
                  ? Optional.empty()
                  : Optional.of(judging(bug, bug.mended(release))));
      case Presence.PutBack _ -> {
        Scenario world = bug.alone(release);
        yield new BugSearches(
            bug.putBack().map(mutation -> Check.of(mutation, mutation.world()).on(world.release())),
            Optional.of(judging(bug, world)));
      }
      case Presence.Absent _ ->
          new BugSearches(Optional.empty(), Optional.of(judging(bug, bug.alone(release))));
      case Presence.NotJudged _ -> new BugSearches(Optional.empty(), Optional.empty());
    };
  }

  private static Check judging(Bug bug, Scenario world) {
    return Check.of(Names.scenario(bug.scenario()))
        .on(world.release())
        .only(List.of(bug.property()));
  }

  /// The search that shows the bug, or where there is none, that it is absent.
  ///
  /// @return empty where the bug is not judged
  public Optional<Check> telling() {
    return shown.or(() -> held);
  }
}
