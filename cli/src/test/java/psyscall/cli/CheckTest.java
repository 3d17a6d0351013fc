package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.checker.search.Progress;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.Interruption;

/// Whole checks, from the words of the command line to its verdict.
class CheckTest {
  private static final Optional<Progress.Phase> JUDGING = Optional.of(Progress.Phase.JUDGING);

  @ParameterizedTest
  @CsvSource({
    "check-scenario.txt,      0, check two-calls-one-p",
    "check-two.txt,           0, check one-call hand-off --max-time=1h",
    "check-bug.txt,          12, check --bug=go6070",
    "check-property.txt,      0, check one-call --property=no-throw --property=deadlock-free",
    "check-vacuous.txt,      10, check one-call --property=aba-happens",
    "check-max-states.txt,   16, check two-calls-one-p --max-states=100",
    "check-no-symmetry.txt,   0, check hand-off --symmetry=off --threads=1",
    "check-depth-first.txt,   0, check hand-off --search=dfs --symmetry=off",
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
  void checkThatIsInterruptedWhileItExploresSaysWhatItCoveredAndWhatItDidNotBegin() {
    Interruption interruption = new Interruption();
    AtomicLong looks = new AtomicLong();

    // The clock is asked as the search begins, by its watch, and then as states are expanded.
    CommandLineRun run =
        CommandLineRun.of(
            () -> {
              if (looks.incrementAndGet() == 3) {
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
  void checkThatIsInterruptedWhileItJudgesKeepsWhatWasDecided() {
    Interruption interruption = new Interruption();

    CommandLineRun run =
        CommandLineRun.of(
            () -> {
              if (interruption.latest().map(Progress::phase).equals(JUDGING)) {
                interruption.request();
              }
              return 0;
            },
            interruption,
            "check",
            "two-calls-one-p",
            "one-call",
            "--symmetry=off");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict())
        .isEqualTo(
            "interrupted: covered states=7307, expanded=7307, transitions=19767, depth=72"
                + " of two-calls-one-p; not begun: one-call");
    assertThat(run.out())
        .contains(
            "holds         no-throw                        in 7,307 states\n",
            "inconclusive  no-idle-beside-local-work\n");
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

  @Test
  void threadsAndOrderDoNotChangeWhatHolds() {
    CommandLineRun one = CommandLineRun.of("check", "hand-off", "--threads=1");
    CommandLineRun four = CommandLineRun.of("check", "hand-off", "--threads=4");
    CommandLineRun deep = CommandLineRun.of("check", "hand-off", "--search=dfs");

    assertThat(Normalised.text(four.out()))
        .isEqualTo(Normalised.text(one.out()).replace("--threads=1", "--threads=4"));
    assertThat(deep.verdict()).isEqualTo(one.verdict());
  }

  @Test
  void symmetryIsOnWhereNothingIsSaid() {
    CommandLineRun silent = CommandLineRun.of("check", "many-threads", "--property=no-throw");
    CommandLineRun on =
        CommandLineRun.of("check", "many-threads", "--property=no-throw", "--symmetry=on");
    CommandLineRun off =
        CommandLineRun.of("check", "many-threads", "--property=no-throw", "--symmetry=off");

    assertThat(silent.out()).contains("symmetry      on: states that differ only by names");
    assertThat(on.verdict())
        .isEqualTo(silent.verdict())
        .matches("holds: 1 property in all [\\d,]+ symmetric states of many-threads");
    assertThat(off.out()).contains("symmetry      off\n");
    assertThat(off.verdict()).isEqualTo("holds: 1 property in all 37,692 states of many-threads");
  }
}
