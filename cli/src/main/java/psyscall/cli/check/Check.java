package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.checker.search.SearchOptions.Until;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.process.Protocol;
import psyscall.spec.scenario.Scenario;

/// One search that is asked for.
///
/// @param scenario the world
/// @param bug what is broken in it; empty for the protocol as it is
/// @param properties the names of the properties that are judged, in order
/// @param until what ends the search
public record Check(
    Scenario scenario, Optional<Mutation> bug, List<String> properties, Until until) {
  /// Copies the names.
  public Check {
    properties = List.copyOf(properties);
  }

  /// A scenario as it is declared: the whole graph, all its properties.
  ///
  /// @param scenario the world
  /// @return the search
  public static Check of(Scenario scenario) {
    return new Check(scenario, Optional.empty(), scenario.properties(), Until.WHOLE_GRAPH);
  }

  /// A bug in its scenario, and the property that it breaks, up to the first violation.
  ///
  /// @param bug what is broken
  /// @param scenario the scenario that it names
  /// @return the search
  public static Check of(Mutation bug, Scenario scenario) {
    return new Check(scenario, Optional.of(bug), List.of(bug.property()), Until.FIRST_VIOLATION);
  }

  /// The same world with other properties, up to the first violation.
  ///
  /// @param names the properties; if there are none, the search is as it was
  /// @return the changed search
  public Check only(List<String> names) {
    return names.isEmpty() ? this : new Check(scenario, bug, names, Until.FIRST_VIOLATION);
  }

  /// What is searched, in a word.
  ///
  /// @return the bug's name, or else the scenario's
  public String name() {
    return bug.map(Mutation::name).orElseGet(scenario::name);
  }

  /// What is searched, in words.
  ///
  /// @return such as `go10618 in two-by-two`
  public String subject() {
    return bug.map(mutation -> mutation.name() + " in ").orElse("") + scenario.name();
  }

  /// Whether a violation of a property is known.
  ///
  /// @param property its name
  /// @return whether the scenario lists it, or the bug breaks it
  public boolean isExpected(String property) {
    return bug.map(mutation -> mutation.property().equals(property))
        .orElseGet(() -> scenario.expected().contains(property));
  }

  /// The protocol that is searched.
  ///
  /// @return the scenario's, changed by the bug
  public Protocol protocol() {
    Protocol whole = scenario.protocol();
    return bug.map(mutation -> mutation.edit().apply(whole)).orElse(whole);
  }
}
