package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.BreadthFirstSearch;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.verdict.Verdict;

/// Explores every scenario of up to three million states to its last one and compares with what is
/// pinned.
///
/// The one above that, `stop-then-safe-point`, has a command of its own, which compares the counts
/// too: `./psyscall check stop-then-safe-point`.
class ScenariosTest {
  private static final long STATES_MAX = 3_000_000;

  /// The shortest counterexample of each violation that is expected.
  private static final Map<String, Integer> EXPECTED_LENGTHS =
      Map.of(
          "stop-beside-raw-call/stop-the-world-can-complete", 20,
          "safe-point-while-calling/for-each-p-can-complete", 23,
          "stop-with-slices/no-idle-beside-local-work", 31);

  @TestFactory
  Stream<DynamicTest> everyScenarioIsAsPinned() {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Map<Scenario, Future<Exploration>> runs = new LinkedHashMap<>();
    Scenarios.all().stream()
        .filter(scenario -> scenario.pinned().states() <= STATES_MAX)
        .sorted(Comparator.comparingLong((Scenario s) -> s.pinned().states()).reversed())
        .forEach(scenario -> runs.put(scenario, workers.submit(() -> explore(scenario))));
    workers.shutdown();
    List<DynamicTest> tests = new ArrayList<>();
    runs.forEach(
        (scenario, run) ->
            tests.add(dynamicTest(scenario.name(), () -> isAsPinned(scenario, run.get()))));
    tests.add(dynamicTest("every rule fires somewhere", () -> everyRuleFires(runs)));
    tests.add(dynamicTest("every property is judged somewhere", () -> everyPropertyIsAsked()));
    return tests.stream();
  }

  private static Exploration explore(Scenario scenario) {
    Specification specification = Flattening.of(scenario.protocol());
    Interpreter interpreter = new Interpreter(specification, new World(scenario.sizes()));
    return BreadthFirstSearch.explore(
        interpreter,
        scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH,
        Supervision.of(System::nanoTime));
  }

  private static void isAsPinned(Scenario scenario, Exploration exploration) {
    assertThat(exploration.isComplete()).isTrue();
    Counts counts =
        new Counts(
            exploration.counts().states(),
            exploration.counts().transitions(),
            exploration.counts().depth());
    assertThat(counts).isEqualTo(scenario.pinned());
    List<String> failed = new ArrayList<>();
    for (Finding finding : exploration.findings()) {
      if (!(finding.verdict() instanceof Verdict.Holds<Behavior>)) {
        failed.add(finding.property().name());
      }
      if (finding.verdict() instanceof Verdict.Violated<Behavior> violated) {
        String key = scenario.name() + "/" + finding.property().name();
        assertThat(violated.trace().length()).isEqualTo(EXPECTED_LENGTHS.get(key));
      }
    }
    assertThat(failed).isEqualTo(scenario.expected());
  }

  private static void everyRuleFires(Map<Scenario, Future<Exploration>> runs) throws Exception {
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

  private static void everyPropertyIsAsked() {
    Set<String> asked = new TreeSet<>();
    Scenarios.all().forEach(scenario -> asked.addAll(scenario.properties()));
    assertThat(asked).containsExactlyElementsOf(Properties.names());
  }
}
