package psyscall.benchmarks.workload;

import java.util.List;
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
  /// Copies the list.
  public Subject {
    properties = List.copyOf(properties);
  }

  /// Flattens a scenario.
  ///
  /// @param scenario its name
  /// @return its specification and its properties
  /// @throws IllegalArgumentException if there is none of that name
  public static Subject of(String scenario) {
    Scenario found =
        Scenarios.named(scenario)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown scenario: name="
                            + scenario
                            + "; see './psyscall list scenarios'"));
    Specification specification = Flattening.of(found.protocol());
    return new Subject(
        new Interpreter(specification, new World(found.sizes())), found.claims(specification));
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
