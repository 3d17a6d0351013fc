package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--release`: the same question to another release of Go.
class ReleaseOptionTest {
  @Test
  void ownReleaseOfAScenarioChangesNothing() {
    CommandLineRun silent = CommandLineRun.of("check", "hand-off");
    CommandLineRun asked = CommandLineRun.of("check", "hand-off", "--release=1.10.8");

    assertThat(Normalised.text(asked.out())).isEqualTo(Normalised.text(silent.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.14.15", "1.19.13"})
  void anotherReleaseIsToldAndNothingIsPinnedThere(String release) {
    CommandLineRun run = CommandLineRun.of("check", "hand-off", "--release=" + release);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("models Go " + release, "the whole graph\n")
        .doesNotContain("pinned", "PIN");
    assertThat(run.verdict()).endsWith(" of hand-off on Go " + release);
  }

  @Test
  void knownViolationIsNotKnownOfAnotherRelease() {
    CommandLineRun run =
        CommandLineRun.of(
            "check",
            "stop-beside-raw-call",
            "--property=stop-the-world-can-complete",
            "--release=1.14.15");

    assertThat(run.code()).isEqualTo(13);
    assertThat(run.verdict())
        .contains("stop-beside-raw-call on Go 1.14.15 after ")
        .doesNotContain("known");
  }

  @Test
  void bugIsLookedForInAnotherRelease() {
    CommandLineRun run = CommandLineRun.of("check", "--bug=go6070", "--release=1.14.15");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.verdict())
        .startsWith(
            "violated: deadlock-detection-is-right in go6070 in one-call-sysmon on Go 1.14.15");
  }

  @Test
  void documentsNameTheRelease() {
    assertThat(CommandLineRun.of("check", "one-call", "--release=1.19.13", "--json").out())
        .contains("\"release\" : \"1.19.13\"", "\"with\" : [ ]");
    assertThat(
            CommandLineRun.of("simulate", "one-call", "--seed=1", "--release=1.19.13", "--json")
                .out())
        .contains("\"release\" : \"1.19.13\"");
    assertThat(CommandLineRun.of("list", "scenarios", "--release=1.19.13", "--json").out())
        .contains("\"release\" : \"1.19.13\"")
        .doesNotContain("1.10.8");
  }

  @Test
  void traceNamesTheReleaseAndIsReplayedInIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.itf.json");

    CommandLineRun check =
        CommandLineRun.of("check", "--bug=go6070", "--release=1.14.15", "--trace=" + file);
    CommandLineRun replay = CommandLineRun.of("replay", file.toString());

    assertThat(check.code()).isEqualTo(12);
    assertThat(Files.readString(file)).contains("\"1.14.15\"");
    assertThat(replay.code()).isZero();
    assertThat(replay.out())
        .contains("models Go 1.14.15", "of go6070 in one-call-sysmon on Go 1.14.15");
  }

  @Test
  void exportSaysHowItIsMadeAgain() {
    CommandLineRun run = CommandLineRun.of("export", "one-call", "--release=1.14.15");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("psyscall export --format=promela --properties=on one-call --release=1.14.15")
        .contains("Go 1.14.15, 1 threads");
  }

  @Test
  void namesOfGoAreThoseOfTheRelease() {
    assertThat(CommandLineRun.of("explain", "findRunnable", "--release=1.19.13").out())
        .contains("runtime/proc.go findRunnable (go1.19.13)");
    assertThat(CommandLineRun.of("explain", "acquirep-state", "--release=1.14.15").out())
        .contains("runtime/proc.go:4369 wirep");
    assertThat(CommandLineRun.of("explain", "processor-in-one-place", "--release=1.14.15").out())
        .contains("runtime/proc.go wirep W1, W2, W3 (go1.14.15)");
  }

  @Test
  void listsAreOfTheRelease() {
    assertThat(CommandLineRun.of("list", "throws", "--release=1.19.13").out())
        .contains("findRunnable proc.go:2744")
        .doesNotContain("lost-mcache");
    assertThat(CommandLineRun.of("list", "rules", "--release=1.14.15").out())
        .contains("(go1.14.15)")
        .doesNotContain("(go1.10.8)");
    assertThat(CommandLineRun.of("list", "properties", "--release=1.14.15").code()).isZero();
  }

  @Test
  void automatonIsCountedInTheRelease() {
    CommandLineRun run = CommandLineRun.of("explain", "G", "--release=1.14.15");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Go 1.14.15");
  }
}
