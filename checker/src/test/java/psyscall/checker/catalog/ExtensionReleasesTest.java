package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Scenarios with extensions in the releases for which they are not declared, explored to the end
/// with symmetry: states, transitions, depth, what is violated, and after how many steps.
class ExtensionReleasesTest {
  private static Scenario scenario(String name, String release) {
    return Scenarios.named(name).orElseThrow().on(Release.named(release).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      locked-after-call            | 1.14.15 | 318 554 49       |
      locked-after-call            | 1.19.13 | 289 502 45       |
      locked-hand-off              | 1.14.15 | 2924 7345 86     |
      locked-hand-off              | 1.19.13 | 2168 5333 79     |
      two-lockers                  | 1.14.15 | 5568 17761 87    |
      two-lockers                  | 1.19.13 | 5403 17217 86    |
      spawn-and-call               | 1.14.15 | 1442 2902 72     |
      spawn-and-call               | 1.19.13 | 1136 2250 62     |
      two-stoppers                 | 1.14.15 | 3240 6286 86     |
      two-stoppers                 | 1.19.13 | 2805 5401 84     | \
        no-idle-beside-local-work 44, work-conservation 44
      stop-beside-safe-point       | 1.14.15 | 4884 10016 110   |
      stop-beside-safe-point       | 1.19.13 | 4226 8606 94     | \
        no-idle-beside-local-work 78, work-conservation 78
      mark-work-and-safe-point     | 1.14.15 | 1876 4300 75     |
      mark-work-and-safe-point     | 1.19.13 | 1838 4098 71     |
      network-beside-idle          | 1.14.15 | 2554 5434 91     |
      network-then-block           | 1.14.15 | 1567 3086 90     |
      network-then-block           | 1.19.13 | 1338 2593 80     |
      network-and-stop             | 1.14.15 | 1218 3020 70     |
      network-and-stop             | 1.19.13 | 1278 3106 65     |
      network-with-sysmon          | 1.14.15 | 116484 410343 114 |
      network-with-sysmon          | 1.19.13 | 120841 421344 113 |
      forced-collection            | 1.14.15 | 36301 128536 171 |
      forced-collection            | 1.19.13 | 29103 98996 126  |
      global-queue-has-its-turn    | 1.14.15 | 1066 1844 68     |
      global-queue-has-its-turn    | 1.19.13 | 1010 1738 67     |
      stop-beside-blocked-raw-call | 1.14.15 | 8987 23632 91    | \
        stop-the-world-can-complete 19
      stop-beside-blocked-raw-call | 1.19.13 | 4999 12324 80    | \
        stop-the-world-can-complete 20
      stop-with-sigurg-in-1-19     | 1.10.8  | 7907 20988 86    | \
        stop-the-world-can-complete 20
      stop-with-sigurg-in-1-19     | 1.14.15 | 8987 23641 91    |
      slice-ends-in-raw-call       | 1.10.8  | 312 780 36       |
      slice-ends-in-raw-call       | 1.14.15 | 477 1212 37      |
      """)
  void worldIsAsPinned(String name, String release, String counts, String violated) {
    Explored explored = Explored.of(scenario(name, release));

    assertThat(explored.isComplete()).isTrue();
    assertThat(explored.figures()).isEqualTo(counts);
    assertThat(String.join(", ", explored.violated()))
        .isEqualTo(Optional.ofNullable(violated).orElse(""));
  }

  /// Without the change the extension adds nothing to a release: its raw calls are not interrupted.
  @Test
  void signalsNeedTheChange() {
    Scenario with = scenario("stop-with-sigurg-in-1-19", "1.19.13");
    Scenario without = with.on(with.release().minus(Change.ASYNC_PREEMPT));

    assertThat(with.state().sendsSignals()).isTrue();
    assertThat(without.state().sendsSignals()).isFalse();
    assertThat(Explored.of(without).violated()).containsExactly("stop-the-world-can-complete 20");
  }

  @Test
  void mutantIsOfTheReleaseOfItsScenario() {
    for (Mutation mutation : Mutations.all()) {
      Release own = Scenarios.named(mutation.scenario()).orElseThrow().release();
      if (mutation.origin() == Mutation.Origin.GO) {
        assertThat(Release.all()).as(mutation.name()).contains(mutation.release());
      } else {
        assertThat(mutation.release()).as(mutation.name()).isEqualTo(own);
      }
    }
  }

  /// They were made and mended while 1.17 was developed.
  @ParameterizedTest
  @CsvSource({"go45975", "go46524"})
  void bugOfTheDevelopmentOf117IsPutBackIn119(String name) {
    Mutation bug = Mutations.named(name).orElseThrow();

    assertThat(bug.world().release()).isEqualTo(Release.GO_1_19_13);
  }
}
