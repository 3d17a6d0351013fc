package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.golden.Golden;

class AllowedTest {
  private static final String BEGIN =
      """
      {"psyscall":"events","version":1,"release":"1.10"}
      # two permits, one of them in use
      {"event":"ProcStatus","p":0,"status":"running","m":5}
      {"event":"ProcStatus","p":1,"status":"idle"}
      {"event":"GoStatus","g":3,"status":"waiting"}
      {"event":"GoCreate","g":1,"parent":"main"}
      """;

  @TempDir private Path folder = Path.of("");

  private CommandLineRun run(String log, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("run.jsonl"), log);
    String[] args = new String[options.length + 2];
    args[0] = "allowed";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandLineRun.of(args);
  }

  @Test
  void tellsEachEventWithItsIndividuals() throws IOException {
    CommandLineRun run = run(BEGIN);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.of("allowed.txt").matches(run.out());
  }

  @Test
  void documentKeepsItsSchema() throws IOException {
    CommandLineRun run = run(BEGIN, "--json");
    JsonNode document = new ObjectMapper().readTree(run.out());

    assertThat(JsonSchema.published("allowed.schema.json").faults(document)).isEmpty();
    assertThat(document.path("explained").asInt()).isEqualTo(1);
    assertThat(document.path("allowed").findValues("event"))
        .extracting(JsonNode::textValue)
        .contains("GoStart", "GoCreate", "GoUnblock", "ProcStart", "ProcStop")
        .doesNotContain("GoStop", "GoSwitch", "ProcReacquire");
  }

  @Test
  void refusedLogAllowsNothing() throws IOException {
    CommandLineRun run = run(BEGIN + "{\"event\":\"GoStop\",\"g\":1,\"m\":5}\n");

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).isEqualTo("not explained: the log is refused before its end");
    assertThat(run.out()).contains("7 refused GoStop g=1 m=5; needs: the goroutine runs on the");
  }

  @Test
  void otherFilesAreRefusedWithALine() throws IOException {
    assertThat(run("").complaint())
        .containsExactly(
            "psyscall: cannot read the log: file=run.jsonl, byte=0, the log is empty; its first"
                + " line is a header");
    assertThat(run("{\"psyscall\":\"events\",\"version\":2}").code()).isEqualTo(150);
    assertThat(CommandLineRun.of("allowed", folder.resolve("none").toString()).complaint())
        .isEqualTo(List.of("psyscall: cannot read the log: file=none, no such file or folder"));
  }

  @Test
  void helpFitsOnAScreen() throws IOException {
    CommandLineRun run = CommandLineRun.of("allowed", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
    Golden.of("help-allowed.txt").matches(run.out());
  }
}
