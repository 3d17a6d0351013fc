package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.ExitCode;

class ExportTest {
  /// As far as the first steps; the whole has thousands of lines.
  private static final int SHOWN = 160;

  private static final Pattern ARRAY = Pattern.compile("(?m)^ *(?:bool|byte|short|int) (\\w+)\\[");

  @Test
  void aScenarioBeginsWithWhatItIs() throws IOException {
    CommandLineRun run = CommandLineRun.of("export", "one-call", "--properties=off");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.of("export-one-call.txt")
        .matches(String.join("\n", run.lines().subList(0, SHOWN)) + "\n");
  }

  @Test
  void assertionsCanBeLeftOut() {
    assertThat(CommandLineRun.of("export", "one-call").out())
        .contains("active proctype monitor()", "assert(claim_no_throw)");
    assertThat(CommandLineRun.of("export", "--properties=off", "one-call").out())
        .doesNotContain("monitor", "assert(");
  }

  @Test
  void aBugComesWithThePropertyThatItBreaks() {
    CommandLineRun run = CommandLineRun.of("export", "--format=promela", "--bug=go6070");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains(
            " * scenario: one-call-sysmon, one system call beside sysmon, which may take the P",
            " * asserted: deadlock-detection-is-right")
        .noneMatch(line -> line.contains("left out"));
  }

  @Test
  void cellOfTheTableOfBugsIsAnExportToo() {
    CommandLineRun run = CommandLineRun.of("export", "--bugs=go45867", "--release=1.19.13");
    CommandLineRun repaired =
        CommandLineRun.of("export", "--bugs=go45867", "--release=1.19.13", "--repaired");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains(
            " * asserted at rest: no-idle-beside-local-work",
            " * one step more: the environment is held")
        .anyMatch(line -> line.startsWith(" * Go 1.19.13 with global-recheck, "))
        .noneMatch(line -> line.contains("needspinning"));
    assertThat(repaired.lines())
        .anyMatch(line -> line.startsWith(" * Go 1.19.13 with needspinning, "));
  }

  /// Spin has no word for an array as a whole. Here a property reads locals that are arrays.
  @ParameterizedTest
  @ValueSource(strings = {"run-without-status", "stop-takes-running", "go6070"})
  void everyUseOfAnArrayNamesAnEntry(String bug) {
    String text = CommandLineRun.of("export", "--bug=" + bug).out();
    List<String> arrays = ARRAY.matcher(text).results().map(found -> found.group(1)).toList();

    assertThat(arrays).isNotEmpty();
    assertThat(arrays)
        .allSatisfy(array -> assertThat(text).doesNotContainPattern("\\b" + array + "\\b(?!\\[)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export|an export of what: name a scenario or give --bug",
        "export one-cal|unknown scenario: name=one-cal",
        "export --repaired one-call|repaired of what: give --bugs and --release",
        "export --bugs=go6070|a bug of Go in which release: bugs=go6070; give --release",
        "export --bugs=go11155 --release=1.10.8 --repaired|Go has no repair",
        "export --bugs=go28701 --release=1.10.8|nothing to export: bugs=go28701",
        "export --format=tla one-call|unknown format: name=tla",
        "export --properties=maybe one-call|unknown use of properties: name=maybe",
        "export --bug=go6070 one-call|bug of another scenario: bug=go6070, given=one-call"
      })
  void whatCannotBeExportedIsSaidInOneLine(String command, String complaint) {
    CommandLineRun run = CommandLineRun.of(command.split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }
}
