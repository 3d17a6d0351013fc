package psyscall.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.search.Limits;
import psyscall.cli.session.WrongUsage;

class BoundsTest {
  private static Bounds states(String text) {
    return Bounds.parse(Optional.of(text), Optional.empty(), Optional.empty());
  }

  private static Bounds time(String text) {
    return Bounds.parse(Optional.empty(), Optional.of(text), Optional.empty());
  }

  private static Bounds memory(String text) {
    return Bounds.parse(Optional.empty(), Optional.empty(), Optional.of(text));
  }

  @ParameterizedTest
  @CsvSource({"1ms, 1", "30s, 30000", "5m, 300000", "2h, 7200000", "30S, 30000"})
  void timeHasAUnit(String text, long millis) {
    assertThat(time(text).maxTime()).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"64MB, 67108864", "4GB, 4294967296", "1tb, 1099511627776"})
  void sizeHasAUnit(String text, long bytes) {
    assertThat(memory(text).maxMemoryBytes()).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "0s", "-1s", "1.5s", "1d", "9000h", "9999999999999999999h"})
  void otherTimesAreRefused(String text) {
    assertThatThrownBy(() -> time(text))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("max-time=" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "63MB", "1KB", "0GB", "1 GB", "-1GB"})
  void otherSizesAreRefused(String text) {
    assertThatThrownBy(() -> memory(text))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("max-memory=" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1k", "1.0", "99999999999", "99999999999999999999999"})
  void otherNumbersOfStatesAreRefused(String text) {
    assertThatThrownBy(() -> states(text))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("max-states=" + text);
  }

  @Test
  void numberOfStatesMayBeTheGreatest() {
    assertThat(states("" + Limits.STATES_MAX).maxStates()).contains(Limits.STATES_MAX);
    assertThat(states("1").maxStates()).contains(1);
  }

  @Test
  void limitThatIsNotGivenIsNone() {
    Bounds none = Bounds.parse(Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(none.limits()).isEqualTo(Limits.NONE);
    assertThat(none.text()).isEqualTo("none");
  }

  @Test
  void textIsTheOptionsThatSetTheLimits() {
    Bounds all = Bounds.parse(Optional.of("7"), Optional.of("1500ms"), Optional.of("2GB"));

    assertThat(all.text()).isEqualTo("--max-states=7 --max-time=1500ms --max-memory=2048MB");
    assertThat(all.limits()).isEqualTo(new Limits(7, Duration.ofMillis(1500), 2L << 30));
  }
}
