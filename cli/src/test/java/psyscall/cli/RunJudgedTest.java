package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `run`: bugs that are caught while a program runs, counterexamples that are followed, several
/// runs.
class RunJudgedTest {
  private static JsonNode document(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void h6IsCaughtWhileTheProgramRuns() {
    CommandLineRun run =
        CommandLineRun.of("run", "calls-beside-sysmon", "--bug=go6070", "--seed=4");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.verdict())
        .isEqualTo(
            "violated: deadlock-detection-is-right by M0 ExitSyscall0.stopm: 0.282 ms, 62 steps,"
                + " 2 Ps retaken by sysmon");
    assertThat(run.lines())
        .contains(
            "judged        11 properties after each of 62 steps",
            "counterexample to deadlock-detection-is-right, 12 steps");
    assertThat(run.out()).contains("the last 12 steps of 62, from 0.28", " ms to 0.282 ms");
    assertThat(run.out()).contains("throw: checkdead: dead lock reported with a goroutine to run");
  }

  @Test
  void documentOfAViolationIsOfThePublishedSchema() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("run", "calls-beside-sysmon", "--bug=go6070", "--seed=4", "--json");

    JsonNode document = document(run);
    assertThat(JsonSchema.published("run.schema.json").faults(document)).isEmpty();
    assertThat(document.at("/violation/property").textValue())
        .isEqualTo("deadlock-detection-is-right");
    assertThat(document.at("/violation/last")).hasSize(12);
    assertThat(document.at("/end/kind").textValue()).isEqualTo("violated");
    assertThat(document.at("/exit").intValue()).isEqualTo(run.code()).isEqualTo(12);
  }

  @Test
  void documentOfARunHasWhatItPrintsAndNoTimesOfThisMachine() throws IOException {
    CommandLineRun run = CommandLineRun.of("run", "futex", "--seed=3", "--json");

    JsonNode document = document(run);
    assertThat(JsonSchema.published("run.schema.json").faults(document)).isEmpty();
    assertThat(document.at("/printed")).hasSize(3);
    assertThat(document.at("/judged/properties")).hasSize(11);
    assertThat(document.at("/judged/steps")).isEqualTo(document.at("/end/steps"));
    assertThat(document.at("/taken/returning").intValue()).isEqualTo(3);
    assertThat(CommandLineRun.of("run", "futex", "--seed=3", "--json").out()).isEqualTo(run.out());
  }

  @Test
  void failedRunsOfASeriesAreNamedByTheirSeeds() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "run", "calls-beside-sysmon", "--bug=go6070", "--seed=5", "--runs=3", "--json");

    JsonNode document = document(run);
    assertThat(run.code()).isEqualTo(12);
    assertThat(JsonSchema.published("run-series.schema.json").faults(document)).isEmpty();
    assertThat(document.at("/made").intValue()).isEqualTo(3);
    assertThat(document.at("/failed")).hasSize(1);
    assertThat(document.at("/failed/0/seed").intValue()).isEqualTo(5);
    assertThat(document.at("/estimates/0/of").textValue()).isEqualTo("end, ms");
    assertThat(document.at("/estimates/0/deviation").isNumber()).isTrue();
    assertThat(document.at("/verdict").textValue())
        .startsWith("1 of 3 runs did not end well, such as --seed=5: violated: deadlock-detection");
  }

  @Test
  void seriesTellsMeansWithTheirIntervals() {
    CommandLineRun run = CommandLineRun.of("run", "futex", "--release=1.10.8", "--runs=3");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).contains("scheduler     --seed=0 --runs=3", "printed by 3 runs:");
    assertThat(run.out())
        .containsPattern("end, ms +600\\.\\d{3} +0\\.\\d{3} +600\\.\\d{3} \\.\\. 600\\.\\d{3} ");
    assertThat(run.verdict()).isEqualTo("3 runs ended, and nothing that was judged is violated");
  }

  @Test
  void h1IsFollowedFromTheCheckersCounterexample(@TempDir Path folder) {
    Path file = folder.resolve("h1.itf.json");
    CommandLineRun.of("check", "--bug=go10618", "--trace=" + file);

    CommandLineRun run = CommandLineRun.of("run", "--replay=" + file);

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.lines())
        .contains(
            "scheduler     --replay=h1.itf.json: 62 steps of go10618 in stop-then-safe-point",
            "violated: no-throw: forEachP: a P did not run the function");
    assertThat(run.verdict())
        .startsWith("violated: no-throw by M2 ForEachP.check: ")
        .contains(" ms, 62 steps, ");
  }

  @Test
  void alteredCounterexampleIsNotFollowedAndTheStepIsNamed(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("h6.itf.json");
    CommandLineRun.of("check", "--bug=go6070", "--trace=" + file);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode document = mapper.readTree(Files.readString(file));

    CommandLineRun whole = CommandLineRun.of("run", "--replay=" + file);
    ((ArrayNode) document.get("states")).remove(8);
    Files.writeString(file, mapper.writeValueAsString(document));
    CommandLineRun altered = CommandLineRun.of("run", "--replay=" + file);

    assertThat(whole.code()).isEqualTo(12);
    assertThat(whole.verdict()).startsWith("violated: deadlock-detection-is-right by M0 ");
    assertThat(altered.code()).isEqualTo(15);
    assertThat(altered.out()).startsWith("not possible: file=").contains(", step=8, ");
  }

  @Test
  void scheduleThatIsWrittenDownMakesTheSameRun(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("futex.schedule");
    CommandLineRun drawn = CommandLineRun.of("run", "futex", "--seed=3", "--schedule-out=" + file);

    CommandLineRun again = CommandLineRun.of("run", "futex", "--schedule=" + file);
    CommandLineRun other = CommandLineRun.of("run", "futex", "--procs=1", "--schedule=" + file);
    Files.writeString(file, "seed 3\nnext 1 of 1\n");
    CommandLineRun unreadable = CommandLineRun.of("run", "futex", "--schedule=" + file);

    assertThat(again.code()).isZero();
    assertThat(again.verdict()).isEqualTo(drawn.verdict());
    assertThat(again.out()).containsPattern("scheduler     --schedule=futex.schedule: [\\d,]+ dec");
    assertThat(other.code()).isEqualTo(150);
    assertThat(other.complaint()).singleElement().asString().contains("script of another run: ");
    assertThat(unreadable.code()).isEqualTo(150);
    assertThat(unreadable.complaint()).singleElement().asString().contains("line=2, given='next");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run futex --bug=go6071 | 2 | unknown bug: name=go6071, nearest=[go6070",
        "run futex --bug=go6070 --release=1.19.13 --runs=0 | 2 | number of runs out of range",
        "run futex --runs=2 --events-out=x | 2 | one file for several runs: runs=2; leave --runs",
        "run futex --replay=x.json | 2 | a counterexample brings its program and its rules: replay",
        "run futex --seed=1 --schedule=x | 2 | two that decide: seed=1, schedule=x; leave one out",
        "run futex --schedule=none | 150 | cannot read the schedule: file=none, no such file",
        "run --replay=none.json | 150 | cannot read the trace: file=none.json, no such file",
        "run futex --bug=go40368 | 2 | a bug that releases have as they are: bug=go40368; leave",
      })
  void wrongWordsAreOneLine(String line, int code, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: ")
        .contains(complaint);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }
}
