package psyscall.spec.bug;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// A bug that Go really had, over its releases.
///
/// @param name `go` and the number of its issue, or the catalogue's id where it has none
/// @param catalogue its id in the catalogue of bugs
/// @param summary what goes wrong, as a clause
/// @param history what happened to Go's users, from which release to which
/// @param scenario the world in which it is looked for, in each release
/// @param property what it breaks
/// @param in what history says, by the number of the release
/// @param repair Go's own changes that mend it where it is native; empty where Go has none
/// @param putBack what brings it back to a release that does not have it
public record Bug(
    String name,
    String catalogue,
    String summary,
    String history,
    String scenario,
    String property,
    Map<String, Presence> in,
    List<Change> repair,
    Optional<Mutation> putBack) {
  /// Copies the collections.
  public Bug {
    in = Collections.unmodifiableMap(new TreeMap<>(in));
    repair = List.copyOf(repair);
  }

  /// What history says of a release.
  ///
  /// @param release one that is modelled
  /// @return whether it has the bug
  public Presence in(Release release) {
    return Optional.ofNullable(in.get(release.name()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no cell: bug=" + name + ", release=" + release.name()));
  }

  /// Whether some release has it as it is.
  ///
  /// @param release which
  /// @return whether history says so
  public boolean isNativeIn(Release release) {
    return in(release) instanceof Presence.Native;
  }

  /// The world in a release whose other bugs are repaired.
  ///
  /// @param release the release
  /// @return the scenario there; nothing is expected of it
  public Scenario alone(Release release) {
    return world(Bugs.repairedBut(release, this));
  }

  /// The world in a release in which this bug and the others are repaired.
  ///
  /// @param release the release
  /// @return the scenario there; nothing is expected of it
  public Scenario mended(Release release) {
    return world(Bugs.repairedBut(release, this).plus(repair.toArray(Change[]::new)));
  }

  private Scenario world(Release release) {
    return Scenarios.named(scenario)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown scenario: bug=" + name + ", name=" + scenario))
        .on(release);
  }
}
