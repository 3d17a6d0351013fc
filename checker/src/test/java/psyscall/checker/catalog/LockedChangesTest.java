package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenarios;

/// What later releases changed for locked goroutines, one change at a time on 1.10.8.
class LockedChangesTest {
  private static Scenario changed(String name, Change... changes) {
    return Scenarios.named(name).orElseThrow().on(Release.GO_1_10_8.plus(changes));
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

    Explored explored = Explored.of(scenario);

    assertThat(explored.counts()).isEqualTo(new Counts(states, transitions, depth));
    assertThat(String.join(", ", explored.violated())).isEqualTo(violated);
  }

  /// Both read the same, and both in time.
  @ParameterizedTest
  @CsvSource({"locked-after-call", "locked-hand-off", "two-lockers"})
  void readingTheGoroutineUnderTheLockIsAsReadingTheThread(String name) {
    Scenario scenario = changed(name, Change.EXIT_READS_LOCKEDM);

    assertThat(Scenarios.named(name).orElseThrow().pinned().symmetric())
        .contains(Explored.of(scenario).counts());
  }

  @Test
  void readBehindTheUnlockIsFoundInEitherText() {
    Mutation bug = Mutations.named("go46524").orElseThrow();
    Scenario scenario = changed(bug.scenario(), Change.EXIT_READS_LOCKEDM, Change.TEMPLATE_ATOMIC);

    Explored explored = Explored.of(scenario, bug.edit().apply(scenario.protocol()));

    assertThat(explored.violated()).containsExactly("no-throw 29");
  }
}
