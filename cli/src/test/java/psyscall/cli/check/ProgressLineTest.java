package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Progress;
import psyscall.cli.session.Session;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  private static Progress after(long millis) {
    return after(millis, Progress.Phase.EXPLORING);
  }

  private static Progress after(long millis, Progress.Phase phase) {
    return new Progress(
        phase,
        new Counts(1000 * millis, 900 * millis, 3000 * millis, 12),
        512L << 20,
        Duration.ofMillis(millis));
  }

  @Test
  void nothingIsSaidForTwoSeconds() {
    try (ProgressLine line =
        new ProgressLine(Runs.session(err, Session.Screen.TERMINAL), "x", OptionalLong.empty())) {
      line.progress(after(1_999));
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void lineIsWrittenAnewOnATerminalAndTakenAwayAtTheEnd() {
    try (ProgressLine line =
        new ProgressLine(Runs.session(err, Session.Screen.TERMINAL), "x", OptionalLong.empty())) {
      line.progress(after(2_000));
      line.progress(after(2_200));
    }

    assertThat(err.toString().split("\r\u001b\\[2K", -1))
        .containsExactly(
            "",
            "phase=exploring check=x depth=12 states=2000000 states/s=1000000 frontier=200000"
                + " memory=512MB elapsed=2s",
            "phase=exploring check=x depth=12 states=2200000 states/s=1000000 frontier=220000"
                + " memory=512MB elapsed=2s",
            "");
  }

  @Test
  void fileGetsALineEveryFiveSeconds() {
    try (ProgressLine line =
        new ProgressLine(Runs.session(err, Session.Screen.FILE), "x", OptionalLong.empty())) {
      for (int tenths = 1; tenths <= 130; tenths++) {
        line.progress(after(100L * tenths));
      }
    }

    assertThat(err.toString().lines())
        .allMatch(line -> line.startsWith("psyscall: phase=exploring check=x "))
        .extracting(line -> line.replaceFirst(".* ", ""))
        .containsExactly("elapsed=2s", "elapsed=7s", "elapsed=12s");
  }

  @Test
  void latestProgressIsKnownToWhoInterrupts() {
    Session session = Runs.session(err, Session.Screen.FILE);
    try (ProgressLine line = new ProgressLine(session, "x", OptionalLong.empty())) {
      line.progress(after(300));
    }

    assertThat(session.interruption().latest()).contains(after(300));
  }

  @Test
  void remainingTimeIsToldWhereTheNumberOfStatesIsKnown() {
    OptionalLong expected = OptionalLong.of(10_000_000);
    try (ProgressLine line =
        new ProgressLine(Runs.session(err, Session.Screen.FILE), "x", expected)) {
      line.progress(after(4_000));
      line.progress(after(12_000));
      line.progress(after(20_000, Progress.Phase.JUDGING));
    }

    assertThat(err.toString().lines())
        .extracting(line -> line.replaceFirst(".* elapsed", "elapsed"))
        .containsExactly("elapsed=4s remaining=6s", "elapsed=12s remaining=0s", "elapsed=20s");
  }
}
