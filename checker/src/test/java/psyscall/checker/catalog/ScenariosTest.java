package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.SearchOptions.Symmetry;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.verdict.Verdict;

/// Explores every graph of up to five million states to its last one and compares with what is
/// pinned: each scenario without symmetry, with it, and with shorter programs.
///
/// Those above that have a command of their own, which compares the counts too: `./psyscall check
/// SCENARIO --symmetry=off`.
class ScenariosTest {
  private static final long STATES_MAX = 5_000_000;

  /// The shortest counterexample of each violation that is expected, by property or by property and
  /// scenario.
  private static final Map<String, Integer> EXPECTED_LENGTHS =
      Map.ofEntries(
          Map.entry("stop-the-world-can-complete", 20),
          Map.entry("for-each-p-can-complete", 23),
          Map.entry("deadlock-free", 21),
          Map.entry("no-idle-beside-local-work", 31),
          Map.entry("no-idle-beside-local-work in hand-off-beside-spinner", 69),
          Map.entry("work-conservation in hand-off-beside-spinner", 69),
          Map.entry("work-conservation in yield-beside-spinner", 53),
          Map.entry("work-conservation in stop-while-calling-sysmon", 70),
          Map.entry("work-conservation in stop-then-safe-point", 74),
          Map.entry("no-throw", 40),
          Map.entry("deadlock-detection-is-right", 40),
          Map.entry("no-idle-beside-local-work in yield-in-1-19", 42),
          Map.entry("work-conservation in yield-in-1-19", 42),
          Map.entry("work-conservation in yield-in-order", 53),
          Map.entry("no-idle-beside-local-work in hand-off-in-order", 69),
          Map.entry("work-conservation in hand-off-in-order", 69),
          Map.entry("no-idle-beside-local-work in network-in-1-19", 47),
          Map.entry("work-conservation in network-in-1-19", 47));

  /// A graph of a scenario.
  private enum Graph {
    WHOLE,
    SYMMETRIC,
    CUT;

    Optional<Counts> pinned(Scenario scenario) {
      return switch (this) {
        case WHOLE -> scenario.pinned().whole();
        case SYMMETRIC -> scenario.pinned().symmetric();
        case CUT -> scenario.pinned().cut();
      };
    }

    /// A shorter program is counted as its scenario is.
    Symmetry symmetry(Scenario scenario) {
      boolean whole = this == WHOLE || (this == CUT && scenario.pinned().whole().isPresent());
      return whole ? Symmetry.OFF : Symmetry.AUTO;
    }
  }

  private record Key(Scenario scenario, Graph graph) {
    long states() {
      return graph.pinned(scenario).map(Counts::states).orElse(Long.MAX_VALUE);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyGraphIsAsPinned() {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Map<Key, Future<Exploration>> runs = new LinkedHashMap<>();
    Scenarios.all().stream()
        .flatMap(scenario -> Stream.of(Graph.values()).map(graph -> new Key(scenario, graph)))
        .filter(key -> key.states() <= STATES_MAX)
        .sorted(Comparator.comparingLong(Key::states).reversed())
        .forEach(key -> runs.put(key, workers.submit(() -> explore(key))));
    workers.shutdown();
    List<DynamicTest> tests = new ArrayList<>();
    runs.forEach(
        (key, run) ->
            tests.add(
                dynamicTest(
                    key.scenario().name() + " " + key.graph(), () -> isAsPinned(key, run.get()))));
    tests.add(dynamicTest("every rule fires somewhere", () -> everyRuleFires(runs)));
    tests.add(dynamicTest("every property is judged somewhere", () -> everyPropertyIsJudged(runs)));
    return tests.stream();
  }

  @Test
  void everyScenarioIsPinnedWithSymmetry() {
    assertThat(Scenarios.all()).allMatch(scenario -> scenario.pinned().symmetric().isPresent());
  }

  private static Exploration explore(Key key) {
    Scenario scenario = key.graph() == Graph.CUT ? key.scenario().cut() : key.scenario();
    Specification specification = scenario.specification();
    Interpreter interpreter = new Interpreter(specification, new World(scenario.sizes()));
    return Search.explore(
        interpreter,
        key.graph() == Graph.CUT ? List.of() : scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH.symmetry(key.graph().symmetry(key.scenario())),
        Supervision.of(System::nanoTime));
  }

  private static void isAsPinned(Key key, Exploration exploration) {
    assertThat(exploration.isComplete()).isTrue();
    Counts counts =
        new Counts(
            exploration.counts().states(),
            exploration.counts().transitions(),
            exploration.counts().depth());
    assertThat(key.graph().pinned(key.scenario())).contains(counts);
    List<String> failed = new ArrayList<>();
    for (Finding finding : exploration.findings()) {
      if (!(finding.verdict() instanceof Verdict.Holds<Behavior>)) {
        failed.add(finding.property().name());
      }
      if (key.graph() != Graph.CUT
          && key.scenario().expected().contains(finding.property().name())) {
        assertThat(trace(finding)).isPresent();
      }
      trace(finding)
          .ifPresent(
              trace -> {
                String property = finding.property().name();
                assertThat(trace.length())
                    .isEqualTo(
                        EXPECTED_LENGTHS.getOrDefault(
                            property + " in " + key.scenario().name(),
                            EXPECTED_LENGTHS.get(property)));
              });
    }
    if (key.graph() != Graph.CUT) {
      assertThat(failed).isEqualTo(key.scenario().expected());
    }
  }

  private static Optional<Behavior> trace(Finding finding) {
    return switch (finding.verdict()) {
      case Verdict.Violated<Behavior> violated -> Optional.of(violated.trace());
      case Verdict.Deadlock<Behavior> deadlock -> Optional.of(deadlock.trace());
      case Verdict<Behavior> _ -> Optional.empty();
    };
  }

  private static void everyRuleFires(Map<Key, Future<Exploration>> runs) throws Exception {
    Set<String> never = new TreeSet<>();
    for (Future<Exploration> run : runs.values()) {
      never.addAll(run.get().coverage().keySet());
    }
    assertThat(never).hasSizeGreaterThan(80);
    for (Future<Exploration> run : runs.values()) {
      run.get().coverage().forEach((rule, times) -> forget(never, rule, times));
    }
    assertThat(never).isEmpty();
  }

  private static void forget(Set<String> never, String rule, long times) {
    if (times > 0) {
      never.remove(rule);
    }
  }

  private static void everyPropertyIsJudged(Map<Key, Future<Exploration>> runs) throws Exception {
    Set<String> judged = new TreeSet<>();
    for (Future<Exploration> run : runs.values()) {
      run.get().findings().stream()
          .filter(finding -> finding.examined() > 0)
          .forEach(finding -> judged.add(finding.property().name()));
    }
    assertThat(judged).containsExactlyElementsOf(Properties.names());
  }
}
