package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.Interruption;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// Two releases side by side, from the words of the command line to the last line.
class DiffTest {
  @ParameterizedTest
  @CsvSource({"1.10.8, 1.14.15", "1.10.8, 1.19.13", "1.19.13, 1.14.15"})
  void everyChangeIsTold(String from, String to) {
    Release left = Release.named(from).orElseThrow();
    Release right = Release.named(to).orElseThrow();

    CommandLineRun run = CommandLineRun.of("diff", from, to);

    assertThat(run.code()).isZero();
    assertThat(run.complaint()).isEmpty();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    assertThat(run.verdict())
        .matches("differ: \\d+ changes in \\d+ procedures?; \\d+ of \\d+ verdicts in 3 worlds");
    for (Change change : Change.values()) {
      if (left.has(change) != right.has(change)) {
        assertThat(run.out()).contains(change.word());
      }
    }
  }

  @Test
  void whoInterruptsItKeepsTheTexts() {
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run =
        CommandLineRun.of(System::nanoTime, interruption, "diff", "1.10.8", "1.14.15");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).contains("oldp");
    assertThat(run.verdict())
        .isEqualTo("interrupted: the texts were compared, the verdicts were not");
  }
}
