package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Program;
import psyscall.spec.term.IllFormed;
import psyscall.spec.verdict.Verdict;

/// Extensions of the model: where they are on, and in the forms that later releases have.
class ExtensionsTest {
  private static final Scenario NETWORK = Scenarios.named("network-beside-idle").orElseThrow();

  private static Scenario with(Scenario scenario, Release release, Set<Feature> features) {
    return new Scenario(
        scenario.name(),
        scenario.summary(),
        release,
        scenario.threads(),
        scenario.processors(),
        scenario.programs(),
        features,
        scenario.properties(),
        scenario.expected(),
        scenario.pinned());
  }

  /// The shortest counterexample of each property that does not hold, by the plain search.
  private static Map<String, Integer> violated(Scenario scenario, Change... changes) {
    Release release = scenario.release().plus(changes);
    Scenario there = with(scenario, release, scenario.features());
    Specification specification = there.specification();
    Map<String, Integer> lengths = new TreeMap<>();
    for (Finding finding :
        PlainSearch.explore(
                new Interpreter(specification, new World(there.sizes())),
                there.claims(specification),
                SearchOptions.WHOLE_GRAPH,
                Supervision.of(System::nanoTime))
            .findings()) {
      switch (finding.verdict()) {
        case Verdict.Holds<Behavior> _ -> {}
        case Verdict.Violated<Behavior> found ->
            lengths.put(finding.property().name(), found.trace().length());
        case Verdict<Behavior> _ -> lengths.put(finding.property().name(), 0);
      }
    }
    return lengths;
  }

  /// What go63555 needs: injectglist counts the idle Ps and keeps the rest, and wakes nobody.
  @Test
  void goroutineThatInjectglistKeepsWaitsBesideAnIdleP() {
    assertThat(violated(NETWORK, Change.INJECT_LOCAL))
        .containsExactly(entry("no-idle-beside-local-work", 47), entry("work-conservation", 47));
    assertThat(violated(NETWORK, Change.INJECT_LOCAL, Change.INJECT_WAKES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mark-work-and-safe-point", "network-and-stop"})
  void formsOfLaterReleasesBreakNothing(String name) {
    Scenario scenario = Scenarios.named(name).orElseThrow();

    assertThat(violated(scenario, Change.INJECT_LOCAL, Change.IDLE_MARK_WORKER_IN_HAND)).isEmpty();
  }

  @Test
  void operationTakesItsExtension() {
    Scenario without = with(NETWORK, NETWORK.release(), EnumSet.of(Feature.CHECKDEAD));

    assertThatThrownBy(without::state)
        .isInstanceOf(IllFormed.class)
        .hasMessage("operation of an extension that is off: operation=netwait, extension=poller");
  }

  @Test
  void variablesOfAnExtensionAreThereWhereItIsOn() {
    Scenario without = Scenarios.named("two-wakers").orElseThrow();

    assertThat(NETWORK.state().poller().waiting().term().sort())
        .isEqualTo(NETWORK.state().poller().parked.term().sort());
    assertThat(without.state().variables()).noneMatch(v -> v.name().startsWith("netpoll"));
    assertThatThrownBy(() -> without.state().poller()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                Properties.of(
                    "network-is-polled", new RuntimeView(without.state(), without.specification())))
        .isInstanceOf(IllFormed.class);
  }

  @Test
  void helperOfTheSystemNeverEnds() {
    Program helper = Program.forcedCollection();

    assertThat(helper.text()).isEqualTo("force_gc; ...");
    assertThat(helper.cut()).isEqualTo(helper);
  }
}
