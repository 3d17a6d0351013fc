package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.style.SourceTree;

/// `conform` over logs of events and logs of strace.
class ConformLogsTest {
  private static final String EVENTS =
      """
      {"psyscall":"events","version":1}
      {"event":"ProcStatus","p":0,"status":"running","m":5}
      {"event":"GoCreate","g":1}
      {"event":"GoStart","g":1,"m":5,"p":0}
      """;

  @TempDir private Path folder = Path.of("");

  private static Path strace(String name) {
    return SourceTree.find()
        .root()
        .resolve("executable-model/src/test/resources/strace/" + name + ".strace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go1.10.8-seed-p2 | with a time-out: 3 x ETIMEDOUT: the time was over",
        "go1.14.15-seed-p2 | with a time-out: 3 x EINTR: a handler ran, and its restart code does",
        "go1.26.8-seed-p2 | with a time-out: 3 x EINTR: a handler ran, and its restart code does",
        "go1.14.15-word-p4 | without a time-out: 3 x EAGAIN: made again after a signal, it found",
        "go1.26.8-word-p4 | without a time-out: 3 x EAGAIN: made again after a signal, it found",
      })
  void experimentIsExplainedWithItsOutcomes(String name, String outcome) {
    CommandLineRun run = CommandLineRun.of("conform", strace(name).toString());

    assertThat(run.code()).isZero();
    assertThat(run.verdict()).startsWith(name + ".strace: explained: ");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("futex waits for the value 0x1 " + outcome);
  }

  @Test
  void refusedLineOfStraceIsTold() throws IOException {
    String log =
        Files.readString(strace("go1.26.8-seed-p2"), StandardCharsets.ISO_8859_1)
            .replaceFirst("= -1 EINTR", "= 0xca");
    Path file = Files.writeString(folder.resolve("wrong.strace"), log, StandardCharsets.ISO_8859_1);

    CommandLineRun run = CommandLineRun.of("conform", file.toString(), "--format=strace");

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).startsWith("wrong.strace: not explained: event=336, byte=");
    assertThat(run.out()).contains("line 336, thread 15674: rt_sigreturn ends = 0xca");
  }

  @Test
  void logOfEventsIsExplainedOrRefused() throws IOException {
    Path good = Files.writeString(folder.resolve("good.jsonl"), EVENTS);
    Path bad =
        Files.writeString(
            folder.resolve("bad.jsonl"), EVENTS + "{\"event\":\"GoUnblock\",\"g\":1}\n");

    CommandLineRun explained = CommandLineRun.of("conform", good.toString());
    CommandLineRun refused = CommandLineRun.of("conform", bad.toString(), "--format=events");

    assertThat(explained.code()).isZero();
    assertThat(explained.verdict()).startsWith("good.jsonl: explained: 2 events");
    assertThat(refused.code()).isEqualTo(15);
    assertThat(refused.verdict()).isEqualTo("bad.jsonl: not explained: event=3, byte=153");
    assertThat(refused.out()).contains("line 5: GoUnblock g=1", "the goroutine waits");
  }

  @Test
  void documentTellsFormatsAndWhatWasSeen() throws IOException {
    Path good = Files.writeString(folder.resolve("good.jsonl"), EVENTS);

    CommandLineRun run =
        CommandLineRun.of(
            "conform", good.toString(), strace("go1.10.8-seed-p2").toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(new ObjectMapper().readTree(run.out()).path("files").findValuesAsText("format"))
        .containsExactly("events", "strace");
    assertThat(run.out()).contains("\"seen\"");
  }

  @Test
  void otherTextsHaveNoFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "15 apples\n");

    assertThat(CommandLineRun.of("conform", file.toString()).code()).isEqualTo(150);
    assertThat(CommandLineRun.of("conform", "-", file.toString()).code()).isEqualTo(2);
    assertThat(CommandLineRun.of("conform", "-", "--on-refusal=perhaps").complaint())
        .containsExactly("psyscall: unknown word: on-refusal=perhaps, choices=[stop, continue]");
  }
}
