package psyscall.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.ExitCode;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.lifecycle.Refusals;
import psyscall.spec.state.LifecycleState;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventRefusalsTest {
  private final List<EventRule> rules = new Lifecycle(new LifecycleState()).rules();
  private EventRefusals refusals = new EventRefusals(List.of(), Map.of());

  @BeforeAll
  void search() {
    refusals = EventRefusals.search();
  }

  @Test
  void listIsAsInItsGoldenFile() throws IOException {
    assertThat(refusals.lines()).allMatch(line -> line.length() <= 100);
    Golden.of("list-events.txt").matches(String.join("\n", refusals.lines()) + "\n");
  }

  @Test
  void everyEventIsRefusedInSomeReachableState() {
    assertThat(rules)
        .hasSize(27)
        .allSatisfy(
            rule ->
                assertThat(Refusals.of(rule, Map.of()))
                    .as(rule.name())
                    .anyMatch(guard -> refusals.scenarios().containsKey(guard.ending().name())));
  }

  @Test
  void everyGuardIsTheFirstToRefuseSomewhere() {
    assertThat(refusals.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(refusals.lines().getLast()).startsWith("holds: ");
  }

  @Test
  void guardThatNeverRefusesIsVacuous() {
    Map<String, String> fewer = new TreeMap<>(refusals.scenarios());
    fewer.remove("refused-GoStart-2");

    EventRefusals less = new EventRefusals(rules, fewer);

    assertThat(less.exit()).isEqualTo(ExitCode.VACUOUS);
    assertThat(less.lines())
        .contains("                            never             the thread has the P");
    assertThat(String.join(" ", less.lines())).endsWith(" refuse: GoStart: the thread has the P");
  }
}
