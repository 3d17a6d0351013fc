package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.cli.golden.Golden;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Bugs;
import psyscall.spec.release.Release;

/// Bugs times releases: what is found is what history says.
class BugTableTest {
  @Test
  void everyCellIsAsHistoryHasIt() throws IOException {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=all");

    assertThat(run.code()).isZero();
    Golden.of("check-bugs.txt").matches(run.out());
  }

  @Test
  void tableIsADocumentToo() throws IOException {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=go6070, go45867", "--json");

    JsonNode document = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isZero();
    assertThat(document.get("cells")).hasSize(2 * Release.all().size());
    assertThat(document.get("differences")).isEmpty();
    assertThat(document.get("exit").asInt()).isZero();
  }

  @Test
  void absenceWithoutAPresenceIsVacuous() {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=go45867", "--max-states=100");

    assertThat(run.code()).isEqualTo(16);
    assertThat(run.out())
        .contains("not as expected: go45867 in 1.19.13: undecided, a limit was reached")
        .contains("go45867: found in no release, so its absence says nothing");
  }

  /// With the other bugs of the release repaired; the replay knows that from the file. The two with
  /// the largest worlds are left to the table.
  @ParameterizedTest
  @CsvSource({
    "go6070,  1.19.13, 15",
    "go45975, 1.14.15, 39",
    "go46524, 1.10.8,  28",
    "go45867, 1.19.13, 43",
    "go55160, 1.14.15, 52",
    "go38931, 1.10.8,  22",
    "go63555, 1.19.13, 48",
    "go11155, 1.10.8,  19"
  })
  void counterexampleOfACellIsDrawnAndReplays(
      String bug, String release, int steps, @TempDir Path folder) {
    Path file = folder.resolve("cell.itf.json");

    CommandLineRun run =
        CommandLineRun.of("check", "--bugs=" + bug, "--release=" + release, "--trace=" + file);
    CommandLineRun replay = CommandLineRun.of("replay", file.toString());

    assertThat(run.code()).isBetween(11, 13);
    assertThat(run.lines()).anyMatch(line -> line.startsWith("step  M0"));
    assertThat(run.verdict()).contains(" on Go " + release, " after " + steps + " steps");
    assertThat(replay.code()).isZero();
    assertThat(replay.verdict())
        .isEqualTo("possible: all " + steps + " steps, and every state is the model's");
  }

  @Test
  void cellWithoutTheBugHolds() {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=go45867", "--release=1.10.8");

    assertThat(run.code()).isZero();
    assertThat(run.verdict()).startsWith("holds: 1 property in all ");
    assertThat(run.lines()).anyMatch(line -> line.startsWith("repaired      reserve-m: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --bugs=go28701 --release=1.10.8|no safety property shows it: bugs=go28701",
        "check --bugs=go6070 --trace=x|--trace is for one of its cells, give --release",
        "check --bugs=go6070 --release=1.10.8 one-call|a table of bugs stands alone: bugs=go6070",
        "check --bugs=go6070 --release=1.11|unknown release: name=1.11",
        "check --bug=go45867|see 'psyscall check --bugs=go45867'"
      })
  void whatIsNoCellIsAWrongUsage(String line, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }

  @Test
  void listTellsWhatHappenedInWhichRelease() throws IOException {
    CommandLineRun run = CommandLineRun.of("list", "bugs");
    JsonNode document =
        new ObjectMapper().readTree(CommandLineRun.of("list", "bugs", "--json").out());

    assertThat(run.lines())
        .anyMatch(line -> line.matches("go63555 +absent +absent +native 48 +Up to Go 1.22.*"));
    assertThat(document.findValuesAsText("name"))
        .doesNotHaveDuplicates()
        .containsAll(Bugs.all().stream().map(Bug::name).toList());
    assertThat(document.get(0).get("cells").toString())
        .isEqualTo(
            "[{\"in\":\"1.10.8\",\"is\":\"put back\",\"steps\":60},"
                + "{\"in\":\"1.14.15\",\"is\":\"put back\",\"steps\":60},"
                + "{\"in\":\"1.19.13\",\"is\":\"put back\",\"steps\":64}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bug=go6070", "--repair=go55160", "--property=no-throw", "one-call"})
  void tableStandsAlone(String beside) {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=all", beside);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).singleElement().asString().contains("a table of bugs stands alone");
  }

  @Test
  void unknownBugIsAWrongUsage() {
    CommandLineRun run = CommandLineRun.of("check", "--bugs=go6070,go1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: unknown bug of Go: name=go1, choices=[go10618, ");
  }

  @Test
  void everyBugIsExplainedWithItsReleases() {
    List<String> names = Bugs.all().stream().map(Bug::name).toList();

    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(CommandLineRun.of("explain", name).out())
                    .contains("releases      1.10.8: ")
                    .contains("1.19.13:"));
  }
}
