package psyscall.benchmarks.workload;

import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// A scenario, ready to be explored.
///
/// @param interpreter its specification in its world
/// @param properties all that is claimed of it, in its order
public record Subject(Interpreter interpreter, List<Property> properties) {
  private static final String CUT = "-cut";

  /// Copies the list.
  public Subject {
    properties = List.copyOf(properties);
  }

  /// Flattens a scenario.
  ///
  /// @param name its name; with `-cut` at its end, the scenario with each program cut by its last
  ///   operation
  /// @return its specification and its properties
  /// @throws IllegalArgumentException if there is none of that name
  public static Subject of(String name) {
    Scenario scenario = scenario(name);
    Specification specification = scenario.specification();
    return new Subject(
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification));
  }

  /// Flattens a scenario of which nothing is claimed, so that no step does anything for the sake of
  /// a property.
  ///
  /// @param name see [#of]
  /// @return its specification without properties
  /// @throws IllegalArgumentException if there is none of that name
  public static Subject unjudged(String name) {
    Scenario scenario = scenario(name);
    return new Subject(
        new Interpreter(Flattening.of(scenario.protocol()), new World(scenario.sizes())),
        List.of());
  }

  private static Scenario scenario(String name) {
    return Scenarios.named(name)
        .or(() -> cut(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown scenario: name=" + name + "; see './psyscall list scenarios'"));
  }

  private static Optional<Scenario> cut(String name) {
    return name.endsWith(CUT)
        ? Scenarios.named(name.substring(0, name.length() - CUT.length())).map(Scenario::cut)
        : Optional.empty();
  }

  /// The properties that a search answers on its way, without a pass over the graph afterwards.
  ///
  /// @return some of [#properties], in their order
  public List<Property> answeredOnTheWay() {
    return properties.stream()
        .filter(
            property ->
                switch (property) {
                  case Property.Always _, Property.OnStep _, Property.Sometimes _ -> true;
                  case Property.Quiet _, Property.Possible _, Property.DeadlockFree _ -> false;
                })
        .toList();
  }
}
