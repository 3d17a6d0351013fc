package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bug that 1.10.8 has: found in the release as it is, and gone with Go's repair.
class RepairTest {
  @Test
  void nativeBugIsFoundWithoutAChange() {
    CommandLineRun run = CommandLineRun.of("check", "--bug=go55160");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.out())
        .contains("the whole graph")
        .endsWith(
            "violated: work-conservation in go55160 in yield-beside-spinner after 53 steps, which"
                + " is known; Go's order shows it too\n");
  }

  @Test
  void repairedScenarioHolds() {
    CommandLineRun run = CommandLineRun.of("check", "yield-beside-spinner", "--repair=go55160");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("repaired      go55160: findrunnable looks at the global queue again")
        .contains("holds         work-conservation  ")
        .doesNotContain("PIN BROKEN");
  }

  @Test
  void repairedBugIsNotFound() {
    CommandLineRun run = CommandLineRun.of("check", "--bug=go55160", "--repair=go55160");

    assertThat(run.code()).isZero();
  }

  @Test
  void anotherBugIsFoundBesideTheRepair(@TempDir Path folder) {
    String file = folder.resolve("t.itf.json").toString();
    CommandLineRun run =
        CommandLineRun.of("check", "--bug=go6070", "--repair=go55160", "--trace=" + file);

    assertThat(run.code()).isEqualTo(12);
    assertThat(CommandLineRun.of("replay", file).out())
        .contains("15 steps of go6070 in one-call-sysmon with go55160 repaired")
        .contains("possible: all 15 steps");
  }

  @Test
  void violationThatTheRepairIsNotForIsStillKnown() {
    CommandLineRun run =
        CommandLineRun.of(
            "check", "hand-off-beside-spinner", "--repair=go55160", "--property=work-conservation");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.out()).contains("after 69 steps, which is known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--repair=go55160         | a repair of what: repair=go55160; name a scenario or --bug",
        "one-call --repair=go6070 | unknown repair: name=go6070, choices=[go55160, go40368,"
            + " go38931]",
        "one-call --repair=nobody | unknown repair: name=nobody, choices=[go55160, go40368,"
            + " go38931]"
      })
  void wrongRepairIsRefused(String arguments, String message) {
    CommandLineRun run = CommandLineRun.of(("check " + arguments).split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("psyscall: " + message + "\n");
  }

  @Test
  void repairIsExplainedByWhatItChanges() {
    CommandLineRun run = CommandLineRun.of("explain", "go55160");

    assertThat(run.out())
        .contains("mends         work-conservation in yield-beside-spinner")
        .contains("in CheckGlobalRunq:\n")
        .contains("+     switch CheckGlobalRunq() {\n")
        .contains("in GoschedImpl:\n");
  }
}
