package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.Interruption;

/// Whole checks, from the words of the command line to its verdict.
class CheckTest {
  @ParameterizedTest
  @CsvSource({
    "check-scenario.txt,      0, check two-calls-one-p",
    "check-two.txt,           0, check one-call hand-off --max-time=1h",
    "check-bug.txt,          12, check --bug=go6070",
    "check-property.txt,      0, check one-call --property=no-throw --property=deadlock-free",
    "check-vacuous.txt,      10, check one-call --property=aba-happens",
    "check-max-states.txt,   16, check two-calls-one-p --max-states=100",
  })
  void sessionIsAsInItsGoldenFile(String golden, int code, String line) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    Golden.of(golden).matches(Normalised.text(run.out()));
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.complaint()).isEmpty();
    assertThat(run.lines()).allMatch(text -> text.length() <= 130);
  }

  @Test
  void knownViolationOfANamedScenarioIsOne() {
    CommandLineRun run = CommandLineRun.of("check", "stop-beside-raw-call");

    assertThat(run.code()).isEqualTo(13);
    assertThat(run.verdict())
        .startsWith("violated: stop-the-world-can-complete in stop-beside-raw-call after ")
        .endsWith(" steps, which is known");
  }

  @Test
  void timeLimitIsInconclusive() {
    CommandLineRun run = CommandLineRun.of("check", "two-calls-one-p", "--max-time=1ms");

    assertThat(run.code()).isEqualTo(16);
    assertThat(run.verdict())
        .startsWith("inconclusive: time limit: maxTime=PT0.001S; covered states=");
  }

  @Test
  void interruptedCheckSaysWhatItCoveredAndWhatItDidNotBegin() {
    Interruption interruption = new Interruption();
    AtomicLong looks = new AtomicLong();

    // The clock is asked at the start of the search and after every 256 states.
    CommandLineRun run =
        CommandLineRun.of(
            () -> {
              if (looks.incrementAndGet() == 6) {
                interruption.request();
              }
              return looks.get();
            },
            interruption,
            "check",
            "two-calls-one-p",
            "one-call");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict())
        .matches(
            "interrupted: covered states=\\d+, expanded=\\d+, transitions=\\d+, depth=\\d+"
                + " of two-calls-one-p; not begun: one-call");
    assertThat(run.out()).contains("inconclusive  processor-in-one-place\n");
  }

  @Test
  void checkThatIsInterruptedBeforeItsFirstSearchCoversNothing() {
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run =
        CommandLineRun.of(System::nanoTime, interruption, "check", "one-call", "--json");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).contains("interrupted: nothing was covered; not begun: one-call");
  }

  @Test
  void traceIsWrittenAndCanBeReplayed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.itf.json"), "what was there before");

    CommandLineRun check = CommandLineRun.of("check", "--bug=go6070", "--trace=" + file);
    CommandLineRun replay = CommandLineRun.of("replay", file.toString());

    assertThat(check.code()).isEqualTo(12);
    assertThat(check.out()).contains(file + "; see 'psyscall replay'");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    assertThat(replay.code()).isZero();
    assertThat(replay.verdict())
        .isEqualTo("possible: all 15 steps, and every state is the model's");
  }

  @Test
  void withoutACounterexampleNoTraceIsWritten(@TempDir Path folder) {
    Path file = folder.resolve("f.itf.json");

    CommandLineRun run = CommandLineRun.of("check", "one-call", "--trace=" + file);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("no counterexample, nothing written: file=" + file);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesThatAreGivenTwiceAreCheckedOnce() {
    CommandLineRun run = CommandLineRun.of("check", "one-call", "one-call");

    assertThat(run.out()).containsOnlyOnce("scenario      one-call");
  }
}
