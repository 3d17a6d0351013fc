package psyscall.cli.check;

import java.util.Optional;
import psyscall.cli.input.Names;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.scenario.Scenario;

/// One search, as a command line names it: a scenario or a bug, and a release.
///
/// @param scenario a name of the catalogue, if one is given
/// @param bug a name of the catalogue, if one is given
/// @param release a number, if one is given; else the scenario's
public record NamedCheck(
    Optional<String> scenario, Optional<String> bug, Optional<String> release) {

  /// Looks the names up.
  ///
  /// @param what is asked for, in words: "an export of what"
  /// @return the search
  /// @throws WrongUsage if a name is unknown, neither a scenario nor a bug is given, or the bug has
  ///   another scenario
  public Check find(String what) {
    Check named = bug.map(Names::bug).map(this::broken).orElseGet(() -> whole(what));
    return release.map(Names::release).map(named::on).orElse(named);
  }

  private Check whole(String what) {
    return Check.of(
        scenario
            .map(Names::scenario)
            .orElseThrow(() -> new WrongUsage(what + ": name a scenario or give --bug")));
  }

  private Check broken(Mutation mutation) {
    Scenario own = mutation.world();
    scenario
        .map(Names::scenario)
        .map(Scenario::name)
        .filter(given -> !given.equals(own.name()))
        .ifPresent(
            given -> {
              throw new WrongUsage(
                  "bug of another scenario: bug=%s, given=%s, wanted=%s"
                      .formatted(mutation.name(), given, own.name()));
            });
    return Check.of(mutation, own);
  }
}
