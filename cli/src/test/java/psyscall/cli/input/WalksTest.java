package psyscall.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.search.Strategy.RandomWalk;
import psyscall.cli.session.WrongUsage;

class WalksTest {
  private static RandomWalk walks(String seed, String steps, String runs) {
    return Walks.parse(Optional.of(seed), Optional.of(steps), Optional.of(runs), () -> 0);
  }

  private static RandomWalk drawn(long clockNanos) {
    return Walks.parse(Optional.empty(), Optional.empty(), Optional.empty(), () -> clockNanos);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "42, 1000, 1000",
    "9223372036854775807, 1000000, 1000000000",
  })
  void textIsTheOptionsThatMakeTheSameWalks(long seed, int steps, int runs) {
    RandomWalk walks = walks("" + seed, "" + steps, "" + runs);

    assertThat(walks).isEqualTo(new RandomWalk(seed, steps, runs));
    assertThat(Walks.text(walks))
        .isEqualTo("--seed=" + seed + " --steps=" + steps + " --runs=" + runs);
  }

  @Test
  void seedThatIsNotGivenIsDrawnFromTheClock() {
    assertThat(drawn(5)).isEqualTo(drawn(5)).isNotEqualTo(drawn(6));
    assertThat(drawn(5).seed()).isBetween(0L, 999_999_999L);
    assertThat(drawn(5).steps()).isEqualTo(1_000);
    assertThat(drawn(5).runs()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "9223372036854775808", "1_000"})
  void otherSeedsAreRefused(String seed) {
    assertThatThrownBy(() -> walks(seed, "1", "1"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("seed=" + seed)
        .hasMessageEndingWith("limit=0..9223372036854775807");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "x", "-1", "1000001", "99999999999999999999"})
  void otherNumbersOfStepsAreRefused(String steps) {
    assertThatThrownBy(() -> walks("1", steps, "1"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("steps=" + steps)
        .hasMessageEndingWith("limit=1..1000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "x", "-1", "1000000001"})
  void otherNumbersOfWalksAreRefused(String runs) {
    assertThatThrownBy(() -> walks("1", "1", runs))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("runs=" + runs)
        .hasMessageEndingWith("limit=1..1000000000");
  }
}
