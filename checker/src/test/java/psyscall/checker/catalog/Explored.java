package psyscall.checker.catalog;

import java.util.List;
import java.util.stream.Stream;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.verdict.Verdict;

/// A scenario that was explored to the end, with symmetry.
record Explored(Exploration exploration) {
  static Explored of(Scenario scenario) {
    return of(scenario, scenario.protocol());
  }

  /// With another protocol than its own.
  static Explored of(Scenario scenario, Protocol protocol) {
    return of(scenario, protocol, scenario.properties());
  }

  /// With other properties than its own.
  static Explored of(Scenario scenario, Protocol protocol, List<String> properties) {
    Specification specification = scenario.specification(protocol, properties);
    RuntimeView view = new RuntimeView(scenario.state(), specification);
    return new Explored(
        Search.explore(
            new Interpreter(specification, new World(scenario.sizes())),
            properties.stream().map(name -> Properties.of(name, view)).toList(),
            SearchOptions.WHOLE_GRAPH.symmetry(SearchOptions.Symmetry.AUTO),
            Supervision.of(System::nanoTime)));
  }

  boolean isComplete() {
    return exploration.isComplete();
  }

  Counts counts() {
    return new Counts(
        exploration.counts().states(),
        exploration.counts().transitions(),
        exploration.counts().depth());
  }

  /// As figures beside each other: states, transitions, depth.
  String figures() {
    return counts().states() + " " + counts().transitions() + " " + counts().depth();
  }

  /// What does not hold, each with the length of its counterexample.
  List<String> violated() {
    return exploration.findings().stream().flatMap(Explored::failed).toList();
  }

  private static Stream<String> failed(Finding finding) {
    String name = finding.property().name();
    return switch (finding.verdict()) {
      case Verdict.Holds<Behavior> _ -> Stream.empty();
      case Verdict.Violated<Behavior> violated -> Stream.of(name + " " + violated.trace().length());
      case Verdict.Deadlock<Behavior> deadlock -> Stream.of(name + " " + deadlock.trace().length());
      case Verdict.Vacuous<Behavior> _,
          Verdict.NotConforming<Behavior> _,
          Verdict.Inconclusive<Behavior> _ ->
          Stream.of(name + " undecided");
    };
  }
}
