package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultSetTest {
  /// What the plain search explores in well under 30 seconds on two cores.
  private static final long STATES_MAX = 400_000;

  private final List<Check> checks = DefaultSet.checks();

  @Test
  void showsWhatHoldsWhatIsKnownAndTheBugsThatGoHad() {
    assertThat(checks).extracting(Check::name).doesNotHaveDuplicates().contains("go10618");
    assertThat(checks)
        .anyMatch(check -> check.bug().isEmpty() && check.scenario().expected().isEmpty());
    assertThat(checks).anyMatch(check -> !check.scenario().expected().isEmpty());
    assertThat(checks)
        .filteredOn(check -> check.bug().isPresent())
        .allMatch(check -> check.bug().orElseThrow().historical());
  }

  @Test
  void scenariosAreSmallAndHavePinnedCounts() {
    List<Long> states =
        checks.stream()
            .filter(check -> check.bug().isEmpty())
            .map(check -> check.scenario().pinned().whole().orElseThrow().states())
            .toList();

    assertThat(states).isNotEmpty();
    assertThat(states.stream().mapToLong(Long::longValue).sum()).isLessThan(STATES_MAX);
  }
}
