package psyscall.spec.mutation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.process.Protocol;
import psyscall.spec.scenario.Scenarios;

/// Writes an entry of the catalogue: a change that nobody made, part by part.
final class Mutant {
  private final String name;
  private final String summary;
  private String scenario = "";
  private String property = "";
  private Optional<String> ending = Optional.empty();

  private Mutant(String name, String summary) {
    this.name = name;
    this.summary = summary;
  }

  static Mutant named(String name, String summary) {
    return new Mutant(name, summary);
  }

  /// Where it is looked for.
  Mutant in(String where) {
    scenario = where;
    return this;
  }

  /// What it breaks.
  Mutant breaks(String what) {
    property = what;
    return this;
  }

  /// Which throw it makes fire.
  Mutant fires(String thrown) {
    property = "no-throw:" + thrown;
    ending = Optional.of(thrown);
    return this;
  }

  /// How long the shortest counterexample is, and the change: one of the scenario's release.
  @SafeVarargs
  final Mutation after(int depth, UnaryOperator<Protocol>... edits) {
    return new Mutation(
        name,
        summary,
        "",
        scenario,
        Scenarios.named(scenario).orElseThrow().release(),
        property,
        ending,
        depth,
        Edits.all(edits),
        Optional.empty());
  }
}
