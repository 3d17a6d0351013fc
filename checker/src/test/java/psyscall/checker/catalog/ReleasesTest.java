package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.verdict.Verdict;

/// The same small worlds in each release, explored to the end with all properties of the scenario:
/// how large they are up to symmetry, what is violated, and after how many steps.
class ReleasesTest {
  private static final Release REPAIRED_1_19 = Release.GO_1_19_13.plus(Change.NEEDSPINNING);

  private static Exploration explore(Scenario scenario, SearchOptions.Symmetry symmetry) {
    Specification specification = scenario.specification();
    return Search.explore(
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH.symmetry(symmetry),
        Supervision.of(System::nanoTime));
  }

  private static Scenario scenario(String name, Release release) {
    return Scenarios.named(name).orElseThrow().on(release);
  }

  private static Release release(String name) {
    return Release.named(name).orElseThrow();
  }

  private static Counts counts(Exploration exploration) {
    return new Counts(
        exploration.counts().states(),
        exploration.counts().transitions(),
        exploration.counts().depth());
  }

  /// What does not hold, each with the length of its counterexample.
  private static String violated(Exploration exploration) {
    List<String> failed = new ArrayList<>();
    for (Finding finding : exploration.findings()) {
      switch (finding.verdict()) {
        case Verdict.Holds<Behavior> _ -> {}
        case Verdict.Violated<Behavior> violated ->
            failed.add(finding.property().name() + " " + violated.trace().length());
        case Verdict.Deadlock<Behavior> deadlock ->
            failed.add(finding.property().name() + " " + deadlock.trace().length());
        case Verdict.Vacuous<Behavior> _,
            Verdict.NotConforming<Behavior> _,
            Verdict.Inconclusive<Behavior> _ ->
            failed.add(finding.property().name() + " undecided");
      }
    }
    return String.join(", ", failed);
  }

  private static void isAsPinned(Scenario scenario, Counts counts, String violated) {
    Exploration exploration = explore(scenario, SearchOptions.Symmetry.AUTO);

    assertThat(scenario.properties()).contains("refines-lifecycle");
    assertThat(exploration.isComplete()).isTrue();
    assertThat(counts(exploration)).isEqualTo(counts);
    assertThat(violated(exploration)).isEqualTo(violated);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      @TABLE@
      """)
  void worldIsAsPinned(
      String name, String release, long states, long transitions, int depth, String violated) {
    isAsPinned(
        scenario(name, release(release)),
        new Counts(states, transitions, depth),
        Optional.ofNullable(violated).orElse(""));
  }

  /// `m.oldp` is a renaming: what a thread in a call remembers has a field of its own.
  @ParameterizedTest
  @CsvSource({"two-calls-one-p", "one-call-sysmon", "stop-with-sysmon", "many-threads"})
  void graphIsThatOf1108WithOldpAlone(String name) {
    Scenario before = scenario(name, Release.GO_1_10_8);
    Exploration after =
        explore(
            before.on(Release.GO_1_10_8.plus(Change.OLDP)), SearchOptions.Symmetry.AUTO);

    assertThat(before.pinned().symmetric()).contains(counts(after));
    assertThat(violated(after)).isEmpty();
  }

  /// The lost wake-up of 1.19.13 (H9) needs the one change that it came with, and no other.
  @ParameterizedTest
  @CsvSource({"two-wakers, 42", "yield-beside-spinner, 42"})
  void onlyWhoSpanLooksAgain(String name, int length) {
    Exploration as = explore(scenario(name, Release.GO_1_19_13), SearchOptions.Symmetry.AUTO);
    Exploration without =
        explore(
            scenario(name, Release.GO_1_19_13.minus(Change.RECHECK_IF_SPUN)),
            SearchOptions.Symmetry.AUTO);

    assertThat(violated(as)).contains("no-idle-beside-local-work " + length);
    assertThat(violated(without)).doesNotContain("no-idle-beside-local-work");
  }

  /// CL 389014 in 1.19.13: nobody rests beside local work any more.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      @NEED@
      """)
  void lostWakeUpIsMended(
      String name, long states, long transitions, int depth, String violated) {
    isAsPinned(
        scenario(name, REPAIRED_1_19),
        new Counts(states, transitions, depth),
        Optional.ofNullable(violated).orElse(""));
  }

  @Test
  void yieldsAreMendedBesideTheLostWakeUp() {
    Release all = REPAIRED_1_19.plus(Change.GLOBAL_RECHECK, Change.GOSCHED_WAKES);

    isAsPinned(scenario("yield-beside-spinner", all), new Counts(0, 0, 0), "");
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void everyChangeAloneIsAProtocol(Change change) {
    Scenario scenario = scenario("stop-with-sysmon", Release.GO_1_10_8);
    Protocol before = scenario.protocol();
    Scenario changed = scenario.on(Release.GO_1_10_8.plus(change));

    assertThat(changed.protocol().procedures()).isNotEqualTo(before.procedures());
    assertThat(changed.specification().rules()).isNotEmpty();
  }

  @Test
  void scenarioOfItsOwnReleaseIsItself() {
    Scenario scenario = scenario("one-call", Release.GO_1_10_8);

    assertThat(scenario.on(Release.GO_1_10_8)).isSameAs(scenario);
    assertThat(scenario.on(Release.GO_1_19_13).pinned().symmetric()).isEmpty();
    assertThat(scenario.on(Release.GO_1_19_13).release().name()).isEqualTo("1.19.13");
  }
}
