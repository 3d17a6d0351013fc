package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import psyscall.model.behavior.World;
import psyscall.model.interpret.ToyWorld;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Property;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.Term;

/// Compiled specifications do what the interpreter does: in every state of the toys and of the
/// small scenarios with all their properties, and in the first states of every mutation.
class CompiledAgreesTest {
  private static final int TOY_STATES_MAX = 5_000;
  private static final int SCENARIO_STATES_MAX = 100_000;
  private static final int MUTATION_STATES_MAX = 3_000;

  private static final Release REPAIRED =
      Release.GO_1_19_13.plus(Change.NEEDSPINNING, Change.GLOBAL_RECHECK, Change.GOSCHED_WAKES);

  /// The states of scenarios in other releases.
  private static final Map<String, Long> OTHER_RELEASES =
      Map.ofEntries(
          Map.entry("hand-off 1.14.15", 376L),
          Map.entry("two-calls-one-p 1.14.15", 7_941L),
          Map.entry("stop-first 1.14.15", 1_535L),
          Map.entry("yield-beside-spinner 1.14.15", 5_555L),
          Map.entry("hand-off 1.19.13", 347L),
          Map.entry("two-calls-one-p 1.19.13", 7_203L),
          Map.entry("stop-first 1.19.13", 1_138L),
          Map.entry("yield-beside-spinner 1.19.13", 4_385L),
          Map.entry("hand-off 1.19.13 repaired", 403L),
          Map.entry("two-calls-one-p 1.19.13 repaired", 9_067L),
          Map.entry("stop-first 1.19.13 repaired", 1_571L),
          Map.entry("yield-beside-spinner 1.19.13 repaired", 10_781L));

  @TestFactory
  Stream<DynamicTest> toysAgree() {
    return ToyWorld.all().map(toy -> toy(toy.specification(), toy.world(), toy.states()));
  }

  private static DynamicTest toy(Specification toy, World world, int states) {
    return dynamicTest(
        toy.name() + " " + world.sizes().values(),
        () ->
            assertThat(new Comparison(toy, world, List.of(), List.of()).explore(TOY_STATES_MAX))
                .isEqualTo(states));
  }

  @TestFactory
  Stream<DynamicTest> smallScenariosAgree() {
    Map<String, Callable<Long>> runs = new LinkedHashMap<>();
    Map<String, Long> wanted = new LinkedHashMap<>();
    for (Scenario scenario : Scenarios.all()) {
      long states = scenario.pinned().whole().map(Counts::states).orElse(Long.MAX_VALUE);
      if (states < SCENARIO_STATES_MAX) {
        wanted.put(scenario.name(), states);
        runs.put(
            scenario.name(),
            () -> explore(scenario, scenario.specification(), SCENARIO_STATES_MAX));
      }
    }
    assertThat(wanted).hasSize(40);
    return tests(runs, wanted);
  }

  @TestFactory
  Stream<DynamicTest> otherReleasesAgree() {
    Map<String, Callable<Long>> runs = new LinkedHashMap<>();
    for (Release release : List.of(Release.GO_1_14_15, Release.GO_1_19_13, REPAIRED)) {
      for (String name :
          List.of("hand-off", "two-calls-one-p", "stop-first", "yield-beside-spinner")) {
        Scenario scenario = Scenarios.named(name).orElseThrow().on(release);
        runs.put(
            name + " " + release.name() + (release.equals(REPAIRED) ? " repaired" : ""),
            () -> explore(scenario, scenario.specification(), SCENARIO_STATES_MAX));
      }
    }
    assertThat(runs.keySet()).isEqualTo(OTHER_RELEASES.keySet());
    return tests(runs, OTHER_RELEASES);
  }

  @TestFactory
  Stream<DynamicTest> mutationsAgree() {
    Map<String, Callable<Long>> runs = new LinkedHashMap<>();
    Map<String, Long> wanted = new LinkedHashMap<>();
    for (Mutation mutation : Mutations.all()) {
      Scenario scenario = mutation.world();
      runs.put(
          mutation.name(),
          () ->
              explore(
                  scenario,
                  scenario.specification(
                      mutation.edit().apply(scenario.protocol()), scenario.properties()),
                  MUTATION_STATES_MAX));
    }
    return tests(runs, wanted);
  }

  /// Runs all on two threads; each has a test of its own.
  private static Stream<DynamicTest> tests(
      Map<String, Callable<Long>> runs, Map<String, Long> wanted) {
    List<DynamicTest> tests = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(2);
    runs.forEach(
        (name, run) -> {
          Future<Long> explored = workers.submit(run);
          tests.add(
              dynamicTest(
                  name,
                  () -> {
                    long states = explored.get();
                    assertThat(states).isEqualTo(wanted.getOrDefault(name, states)).isPositive();
                  }));
        });
    workers.shutdown();
    return tests.stream();
  }

  private static long explore(Scenario scenario, Specification specification, int limit) {
    List<Term> conditions = new ArrayList<>();
    List<Term> stepConditions = new ArrayList<>();
    for (Property property : scenario.claims(specification)) {
      switch (property) {
        case Property.Always p -> conditions.add(p.condition());
        case Property.OnStep p -> stepConditions.add(p.condition());
        case Property.Quiet p -> conditions.add(p.condition());
        case Property.Possible p -> conditions.addAll(List.of(p.from(), p.reached()));
        case Property.Sometimes p -> conditions.add(p.condition());
        case Property.DeadlockFree p -> conditions.add(p.declared());
      }
    }
    World world = new World(scenario.sizes());
    return new Comparison(specification, world, conditions, stepConditions).explore(limit);
  }
}
