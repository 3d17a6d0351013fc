package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.verdict.Verdict;

/// The plain search over the interpreter and the compiled search find the same on every scenario
/// below a million states, with one thread and with two.
class PlainAgreesTest {
  private static final long STATES_MAX = 1_000_000;

  @TestFactory
  Stream<DynamicTest> bothFindTheSame() {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Map<Scenario, Future<Exploration>> plain = new LinkedHashMap<>();
    Scenarios.all().stream()
        .filter(scenario -> states(scenario) < STATES_MAX)
        .sorted(Comparator.comparingLong(PlainAgreesTest::states).reversed())
        .forEach(scenario -> plain.put(scenario, workers.submit(() -> plain(scenario))));
    workers.shutdown();
    assertThat(plain).hasSizeGreaterThan(20);
    List<DynamicTest> tests = new ArrayList<>();
    plain.forEach(
        (scenario, run) ->
            List.of(1, 2)
                .forEach(
                    threads ->
                        tests.add(
                            dynamicTest(
                                scenario.name() + ", threads=" + threads,
                                () -> agree(run.get(), compiled(scenario, threads))))));
    return tests.stream();
  }

  private static long states(Scenario scenario) {
    return scenario.pinned().whole().map(Counts::states).orElse(Long.MAX_VALUE);
  }

  private static Exploration plain(Scenario scenario) {
    Specification specification = scenario.specification();
    return PlainSearch.explore(
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH,
        Supervision.of(System::nanoTime));
  }

  private static Exploration compiled(Scenario scenario, int threads) {
    Specification specification = scenario.specification();
    return Search.explore(
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH.threads(threads),
        Supervision.of(System::nanoTime));
  }

  private static void agree(Exploration plain, Exploration compiled) {
    assertThat(compiled.counts()).isEqualTo(plain.counts());
    assertThat(compiled.coverage()).isEqualTo(plain.coverage());
    assertThat(compiled.quietStates()).isEqualTo(plain.quietStates());
    assertThat(compiled.findings().stream().map(PlainAgreesTest::essence))
        .containsExactlyElementsOf(
            plain.findings().stream().map(PlainAgreesTest::essence).toList());
  }

  /// What two searches must find alike: the verdict's kind, the length of a counterexample, how
  /// much was examined.
  private static String essence(Finding finding) {
    String kind =
        switch (finding.verdict()) {
          case Verdict.Violated<Behavior> violated ->
              "violated after " + violated.trace().length() + " steps";
          case Verdict.Deadlock<Behavior> deadlock ->
              "deadlock after " + deadlock.trace().length() + " steps";
          case Verdict<Behavior> other -> other.toString();
        };
    return finding.property().name() + ": " + kind + ", examined " + finding.examined();
  }
}
