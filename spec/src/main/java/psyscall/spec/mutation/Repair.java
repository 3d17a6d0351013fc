package psyscall.spec.mutation;

import java.util.List;
import java.util.stream.Collectors;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Change;
import psyscall.spec.scenario.Scenario;

/// What mends a bug that a release has: changes of a later one, brought back to it.
///
/// @param changes Go's changes in their order, at least one
/// @param mends the scenarios in which the bug's property holds with all of them, and not without
public record Repair(List<Change> changes, List<String> mends) {
  /// Copies the lists.
  public Repair {
    changes = List.copyOf(changes);
    mends = List.copyOf(mends);
  }

  /// What is changed.
  ///
  /// @return the summaries of the changes
  public String summary() {
    return changes.stream().map(Change::summary).collect(Collectors.joining("; "));
  }

  /// A scenario in its release with all changes.
  ///
  /// @param scenario the scenario
  /// @return the same world; nothing is expected or pinned there
  public Scenario mended(Scenario scenario) {
    return scenario.on(scenario.release().plus(changes.toArray(Change[]::new)));
  }

  /// A scenario's protocol, mended.
  ///
  /// @param scenario the scenario
  /// @return the protocol with all changes
  public Protocol of(Scenario scenario) {
    return mended(scenario).protocol();
  }
}
