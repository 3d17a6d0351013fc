package psyscall.cli.check;

import java.util.List;
import java.util.stream.Stream;
import psyscall.cli.input.Names;
import psyscall.spec.mutation.Mutation;

/// What `check` searches if nothing is named: what holds, a violation that Go lives with, bugs that
/// a release has as it is, and bugs that Go really had. Together under 30 seconds on two cores.
public final class DefaultSet {
  /// Scenarios, from small to large.
  public static final List<String> SCENARIOS =
      List.of(
          "one-call",
          "two-calls-one-p",
          "park-and-ready",
          "stop-while-calling",
          "safe-point-while-calling",
          "yield-in-1-19");

  /// Bugs, each searched in its scenario.
  public static final List<String> BUGS = List.of("go6070", "go10618", "go40368");

  private DefaultSet() {}

  /// The searches.
  ///
  /// @return scenarios first
  public static List<Check> checks() {
    Stream<Check> scenarios = SCENARIOS.stream().map(name -> Check.of(Names.scenario(name)));
    Stream<Check> bugs =
        BUGS.stream()
            .map(
                name -> {
                  Mutation bug = Names.bug(name);
                  return Check.of(bug, bug.world());
                });
    return Stream.concat(scenarios, bugs).toList();
  }
}
