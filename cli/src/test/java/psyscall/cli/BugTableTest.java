package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
