package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.SearchOptions.Symmetry;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.verdict.Verdict;

/// What later releases changed for locked goroutines, one change at a time on 1.10.8.
class LockedChangesTest {
  private static Scenario changed(String name, Change... changes) {
    return Scenarios.named(name).orElseThrow().on(Release.GO_1_10_8.plus(changes));
  }

  private static Exploration explore(Scenario scenario, Protocol protocol) {
    Specification specification = scenario.specification(protocol, scenario.properties());
    return Search.explore(
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification),
        SearchOptions.WHOLE_GRAPH.symmetry(Symmetry.AUTO),
        Supervision.of(System::nanoTime));
  }

  private static List<String> broken(Exploration exploration) {
    return exploration.findings().stream()
        .filter(finding -> !(finding.verdict() instanceof Verdict.Holds<Behavior>))
        .map(finding -> finding.property().name() + " " + length(finding))
        .toList();
  }

  private static int length(Finding finding) {
    return switch (finding.verdict()) {
      case Verdict.Violated<Behavior> violated -> violated.trace().length();
      case Verdict.Deadlock<Behavior> deadlock -> deadlock.trace().length();
      case Verdict<Behavior> _ -> 0;
    };
  }

  private static Counts counts(Exploration exploration) {
    return new Counts(
        exploration.counts().states(),
        exploration.counts().transitions(),
        exploration.counts().depth());
  }

  @ParameterizedTest
  @CsvSource({
    "two-lockers,       TEMPLATE_ATOMIC,          5943, 18774, 89, ''",
    "two-lockers,       LOCKED_EXIT_STAYS_LOCKED, 6225, 19493, 90, deadlock-free 18",
    "locked-hand-off,   TEMPLATE_ATOMIC,          3610, 9032, 86, ''",
    "locked-hand-off,   LOCKED_EXIT_STAYS_LOCKED, 3611, 9033, 87, ''",
    "locked-after-call, TEMPLATE_ATOMIC,          250, 429, 47, ''",
  })
  void changeHasItsOwnGraph(
      String name, Change change, long states, long transitions, int depth, String violated) {
    Scenario scenario = changed(name, change);

    Exploration exploration = explore(scenario, scenario.protocol());

    assertThat(counts(exploration)).isEqualTo(new Counts(states, transitions, depth));
    assertThat(String.join(", ", broken(exploration))).isEqualTo(violated);
  }

  /// Both read the same, and both in time.
  @ParameterizedTest
  @CsvSource({"locked-after-call", "locked-hand-off", "two-lockers"})
  void readingTheGoroutineUnderTheLockIsAsReadingTheThread(String name) {
    Scenario scenario = changed(name, Change.EXIT_READS_LOCKEDM);

    Exploration exploration = explore(scenario, scenario.protocol());

    assertThat(Scenarios.named(name).orElseThrow().pinned().symmetric())
        .contains(counts(exploration));
  }

  @Test
  void readBehindTheUnlockIsFoundInEitherText() {
    Mutation bug = Mutations.named("go46524").orElseThrow();
    Scenario scenario = changed(bug.scenario(), Change.EXIT_READS_LOCKEDM, Change.TEMPLATE_ATOMIC);

    Exploration exploration = explore(scenario, bug.edit().apply(scenario.protocol()));

    assertThat(broken(exploration)).containsExactly("no-throw 29");
  }
}
