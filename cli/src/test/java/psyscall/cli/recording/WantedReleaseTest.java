package psyscall.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.WrongUsage;

class WantedReleaseTest {
  @ParameterizedTest
  @CsvSource({
    "1.14.15,   1.14.15",
    "go1.14.15, 1.14.15",
    "1.14,      1.14.15",
    "1.5,       1.5.4",
    "1.22.0,    1.22.0",
    "1.27rc1,   1.27rc1",
    "1.26,      1.26.8",
  })
  void releaseHasItsNumber(String word, String version) {
    assertThat(WantedRelease.parse(List.of(word)))
        .containsExactly(new WantedRelease(Optional.of(version)));
  }

  @Test
  void installedReleaseHasNoNumber() {
    assertThat(WantedRelease.parse(List.of("installed")))
        .containsExactly(new WantedRelease(Optional.empty()));
  }

  @Test
  void allMeansEveryMinorReleaseWithATracer() {
    assertThat(WantedRelease.parse(List.of("all"))).hasSize(22);
    assertThat(WantedRelease.KNOWN)
        .extracting(version -> version.replaceAll("^1\\.(\\d+).*", "$1"))
        .startsWith("5", "6")
        .endsWith("25", "26")
        .doesNotHaveDuplicates();
  }

  @Test
  void releaseThatIsAskedForTwiceIsTakenOnce() {
    assertThat(WantedRelease.parse(List.of("1.14,go1.14.15", "1.5"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.99    | unknown release of Go: name=1.99, nearest=[1.9.7]; give",
        "1.14.x  | unknown release of Go: name=1.14.x, nearest=[1.10.8, 1.14.15, ",
        "fourteen| unknown release of Go: name=fourteen; give installed, all, or such as 1.5.4 ",
        "2.0     | unknown release of Go: name=2.0",
        "''      | unknown release of Go: name=",
        "1.4.3   | release without a tracer: name=1.4.3, first=1.5.4; give a later one",
      })
  void unknownReleaseIsToldWithTheNearestNames(String word, String complaint) {
    assertThatThrownBy(() -> WantedRelease.parse(List.of(word)))
        .isInstanceOf(WrongUsage.class)
        .hasMessageStartingWith(complaint);
  }
}
