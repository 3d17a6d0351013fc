package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.Interruption;
import psyscall.cli.workload.ShippedPrograms;

/// `run`, from the words of the command line to its verdict.
class RunTest {
  private static final String TIMED_OUT = "18446744073709551615 0 connection timed out";
  private static final String INTERRUPTED = "18446744073709551615 0 interrupted system call";
  private static final String AGAIN = "18446744073709551615 0 resource temporarily unavailable";

  @ParameterizedTest
  @CsvSource({
    "run futex --release=1.10.8, " + TIMED_OUT,
    "run futex --release=1.14.15, " + INTERRUPTED,
    "run futex, " + INTERRUPTED,
    "run futex --preemption=prologues, " + TIMED_OUT,
    "run futex --seed=3, " + INTERRUPTED,
    "run futex-syscall, " + TIMED_OUT,
    "run futex-changed, " + AGAIN,
  })
  void printsWhatGoPrintsThenTheSummary(String line, String printed) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().subList(0, 4)).containsExactly(printed, printed, printed, "");
    assertThat(run.lines().get(4)).startsWith("program       futex");
    assertThat(run.verdict()).startsWith("all goroutines have ended: ").contains(" ms, ");
  }

  @Test
  void hangIsCut() {
    CommandLineRun run = CommandLineRun.of("run", "futex-changed", "--procs=2", "--max-seconds=1");

    assertThat(run.code()).isEqualTo(16);
    assertThat(run.lines().getFirst()).isEmpty();
    assertThat(run.verdict()).startsWith("cut: the time that was allowed is over: 1000.000 ms, ");
  }

  @Test
  void deadLockOfTheProgramIsNoSuccess() {
    CommandLineRun run = CommandLineRun.of("run", "ping-pong", "--procs=2");

    assertThat(run.code()).isEqualTo(11);
    assertThat(run.verdict()).startsWith("the program's own dead lock: all are asleep: ");
  }

  @Test
  void interruptedRunSaysWhatItHasDone(@TempDir Path folder) {
    Path log = folder.resolve("events.jsonl");

    CommandLineRun text = interrupted("run", "futex", "--events-out=" + log);
    CommandLineRun document = interrupted("run", "futex", "--json");

    assertThat(text.code()).isEqualTo(130);
    assertThat(text.verdict()).isEqualTo("interrupted: 0.000 ms, 0 steps, 0 Ps retaken by sysmon");
    assertThat(folder.toFile().list()).containsExactly("events.jsonl");
    assertThat(document.code()).isEqualTo(130);
    assertThat(document.out()).contains("\"kind\" : \"interrupted\"", "\"exit\" : 130");
  }

  private static CommandLineRun interrupted(String... words) {
    Interruption interruption = new Interruption();
    interruption.request();
    return CommandLineRun.of(System::nanoTime, interruption, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run futex foo|one word too many: word=foo",
        "run futex --trace-out=a --events-out=./a|one file for two outputs: file=",
        "run futex --trace-out=|no path: file=; name a file",
        "run --list --json|options of a run beside the list; give --list alone",
        "run --list --seed=1|options of a run beside the list; give --list alone",
      })
  void wordsThatDoNotGoTogetherAreRefused(String words, String complaint) {
    CommandLineRun run = CommandLineRun.of(words.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }

  @Test
  void listNamesEachProgramAndWhatItShows() {
    List<String> lines = CommandLineRun.of("run", "--list").lines();

    assertThat(lines)
        .extracting(line -> line.split(" ", 2)[0])
        .startsWith("futex")
        .containsExactlyElementsOf(ShippedPrograms.names());
    assertThat(lines.getFirst())
        .matches("futex +three raw waits of 300 ms on a word that nobody changes");
  }

  @Test
  void eventsAreExplained(@TempDir Path folder) {
    Path log = folder.resolve("futex.jsonl");

    CommandLineRun run = CommandLineRun.of("run", "futex", "--seed=5", "--events-out=" + log);

    assertThat(run.code()).isZero();
    assertThat(log)
        .content()
        .startsWith("{\"psyscall\":\"events\",\"version\":1,\"release\":\"1.19\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run | 2 | nothing to run: programs=0; give a name of 'run --list', or a file",
        "run futx | 2 | unknown program: name=futx, nearest=[futex]; see 'psyscall run --list'",
        "run futex --list | 2 | a program beside the list: program=futex; leave one out",
        "run futex --procs=0 | 2 | number of Ps out of range: procs=0, limit=1..64",
        "run futex --preemption=none | 2 | unknown preemption: name=none",
        "run none.json | 150 | cannot read the program: file=none.json, no such file or folder",
        "run futex --events-out=/no/such/folder/x | 153 | cannot write the events: file=/no/such",
      })
  void wrongWordsAreOneLine(String line, int code, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: ")
        .contains(complaint);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void shippedProgramsAreOfThePublishedSchema() throws IOException {
    JsonSchema schema = JsonSchema.published("program.schema.json");

    for (String name : ShippedPrograms.names()) {
      try (InputStream file = ShippedPrograms.class.getResourceAsStream(name + ".json")) {
        assertThat(schema.faults(new ObjectMapper().readTree(file))).as(name).isEmpty();
      }
    }
  }

  @Test
  void fileIsRunLikeAShippedProgram(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        """
        {"psyscall": "program", "version": 1, "name": "own", "summary": "one call",
         "processors": 1,
         "goroutines": [{"operations": [
           {"op": "syscall", "call": "service", "for": "5us"}, {"op": "print"}]}]}
        """);

    CommandLineRun run = CommandLineRun.of("run", file.toString());

    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).isEqualTo("0 0 errno 0");
  }
}
