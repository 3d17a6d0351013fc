package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.mutation.Repair;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.verdict.Verdict;

/// What the release's own bugs break holds once they are repaired.
class RepairsTest {
  private static final Mutation GO55160 = Mutations.named("go55160").orElseThrow();

  private static Verdict<Behavior> verdict(Scenario scenario, String property) {
    Specification specification = scenario.specification(scenario.protocol(), List.of(property));
    Finding finding =
        Search.explore(
                new Interpreter(specification, new World(scenario.sizes())),
                List.of(Properties.of(property, new RuntimeView(scenario.state(), specification))),
                SearchOptions.WHOLE_GRAPH.symmetry(SearchOptions.Symmetry.AUTO),
                Supervision.of(System::nanoTime))
            .findings()
            .getFirst();
    return finding.verdict();
  }

  private static int length(Verdict<Behavior> verdict) {
    return verdict instanceof Verdict.Violated<Behavior> violated ? violated.trace().length() : 0;
  }

  static Stream<Arguments> mended() {
    return Mutations.all().stream()
        .flatMap(
            bug ->
                bug.repair().stream()
                    .flatMap(repair -> repair.mends().stream())
                    .map(name -> Arguments.of(bug, Scenarios.named(name).orElseThrow())));
  }

  @ParameterizedTest
  @MethodSource("mended")
  void propertyHoldsOnceItIsMended(Mutation bug, Scenario scenario) {
    Repair repair = bug.repair().orElseThrow();

    assertThat(scenario.expected()).contains(bug.property());
    assertThat(verdict(repair.mended(scenario), bug.property())).isInstanceOf(Verdict.Holds.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 53", "1, 58"})
  void neitherPartMendsAlone(int part, int length) {
    Scenario scenario = Scenarios.named(GO55160.scenario()).orElseThrow();
    Repair repair = GO55160.repair().orElseThrow();
    Scenario half = scenario.on(scenario.release().plus(repair.changes().get(part)));

    assertThat(length(verdict(half, GO55160.property()))).isEqualTo(length);
  }

  @Test
  void batchOfAYieldingGoroutineIsMendedToo() {
    Scenario scenario = Scenarios.named("stop-with-slices").orElseThrow();
    Scenario repaired = GO55160.repair().orElseThrow().mended(scenario);

    assertThat(verdict(repaired, "no-idle-beside-local-work")).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void nativeBugIsTheReleaseAsItIs() {
    Scenario scenario = Scenarios.named(GO55160.scenario()).orElseThrow();
    Protocol protocol = scenario.protocol();

    assertThat(GO55160.origin()).isEqualTo(Mutation.Origin.NATIVE);
    assertThat(GO55160.edit().apply(protocol)).isSameAs(protocol);
    assertThat(scenario.expected()).containsExactly(GO55160.property());
  }

  /// What handoffp and resetspinning do to each other is another bug: no repair of Go's is known.
  /// Worlds with queues in order are twins of others.
  @Test
  void onlyTheHandOffBesideASpinnerIsNotMended() {
    List<String> others =
        Scenarios.all().stream()
            .filter(scenario -> scenario.release().equals(Release.GO_1_10_8))
            .filter(scenario -> scenario.expected().contains(GO55160.property()))
            .filter(scenario -> !scenario.state().has(Feature.ORDERED))
            .map(Scenario::name)
            .filter(name -> !GO55160.repair().orElseThrow().mends().contains(name))
            .toList();
    Scenario scenario = Scenarios.named("hand-off-beside-spinner").orElseThrow();
    Scenario repaired = GO55160.repair().orElseThrow().mended(scenario);

    assertThat(others).containsExactly(scenario.name());
    assertThat(length(verdict(repaired, GO55160.property()))).isEqualTo(69);
  }
}
