package psyscall.spec.mutation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// A named change of the protocol, and the check that must notice it; or a bug that the release has
/// as it is, with the change that mends it.
///
/// @param name its name, as in `--bug NAME`; `go` and an issue number where Go really had it
/// @param summary what is changed, in one sentence
/// @param history what happened to Go's users, from which release to which; empty for a change that
///   nobody made
/// @param scenario the scenario in which it is looked for
/// @param release the release that it changes: that of the scenario, or for a bug that Go had the
///   one next to those that had it
/// @param property the property that it breaks
/// @param ending the throw that ends the shortest counterexample, where the property is `no-throw`
/// @param depth the length of the shortest counterexample in steps; 0 for a witness that is no
///   longer reached
/// @param edit the change; none for a bug that the release has
/// @param repair what mends a bug that the release has
public record Mutation(
    String name,
    String summary,
    String history,
    String scenario,
    Release release,
    String property,
    Optional<String> ending,
    int depth,
    UnaryOperator<Protocol> edit,
    Optional<Repair> repair) {
  /// Where a mutation comes from.
  public enum Origin {
    /// Go had it before the release and mended it; it is put back.
    GO,
    /// The release has it as it is.
    NATIVE,
    /// Nobody made this mistake.
    MUTANT
  }

  /// The world in which it is looked for.
  ///
  /// @return its scenario in its release
  public Scenario world() {
    return Scenarios.named(scenario)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown scenario: mutation=" + name + ", name=" + scenario))
        .on(release);
  }

  /// Where it comes from.
  ///
  /// @return its origin
  public Origin origin() {
    if (repair.isPresent()) {
      return Origin.NATIVE;
    }
    return history.isEmpty() ? Origin.MUTANT : Origin.GO;
  }

  /// Whether Go really had it.
  ///
  /// @return whether it has a history
  public boolean historical() {
    return !history.isEmpty();
  }

  /// Whether its repair makes a property hold in a scenario where it is violated without.
  ///
  /// @param scenario the scenario
  /// @param claim the name of a property
  /// @return whether that is what the repair is for
  public boolean mends(Scenario scenario, String claim) {
    return property.equals(claim)
        && repair.stream().anyMatch(mending -> mending.mends().contains(scenario.name()));
  }

  /// What shows it in a scenario: its protocol with the change, beside the one without.
  ///
  /// @param scenario the scenario
  /// @return the changed protocol; for a bug that the release has, the mended one
  public Protocol shownIn(Scenario scenario) {
    return repair
        .map(mending -> mending.of(scenario))
        .orElseGet(() -> edit.apply(scenario.protocol()));
  }
}
