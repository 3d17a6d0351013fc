package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.Interruption;
import psyscall.cli.style.SourceTree;

/// `conform` on recorded runs of real Go.
class ConformTest {
  private static final String GOOD = "releases/go1.26.8-aba-p2.trace";
  private static final String BAD = "releases/go1.21.13-cgo-p2.bad.trace";

  @TempDir private Path folder;

  private static Path recording(String name) {
    return SourceTree.find()
        .root()
        .resolve("executable-model/src/test/resources/traces")
        .resolve(name);
  }

  private static CommandLineRun conform(String... words) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("conform"), Arrays.stream(words)).toArray(String[]::new));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void anExplainedRunIsOneLine() {
    CommandLineRun run = conform(recording(GOOD).toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .containsExactly(
            "go1.26.8-aba-p2.trace: explained: 3,491 events,"
                + " 3,476 about goroutines, Ps and threads");
  }

  @Test
  void aRunThatIsNotExplainedIsTakenApart() {
    CommandLineRun run = conform(recording(BAD).toString());

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.lines())
        .allMatch(line -> line.length() <= 100)
        .contains(
            "explained     the first 106 events",
            "then          ProcStart with P 0: P 0, thread 8",
            "which needs   the thread has no P (guard 3 of ProcStart)",
            "but           P 0: idle",
            "              P 1: runs on thread 8");
    assertThat(run.verdict())
        .isEqualTo(
            "go1.21.13-cgo-p2.bad.trace: known tracer fault: no issue of Go's,"
                + " event=107, byte=340");
  }

  @Test
  void aFileThatEndsInsideIsInconclusive() throws IOException {
    byte[] bytes = Files.readAllBytes(recording(GOOD));
    Path cut = file("cut.trace", Arrays.copyOf(bytes, bytes.length / 2));

    CommandLineRun run = conform(cut.toString());

    assertThat(run.code()).isEqualTo(16);
    assertThat(run.verdict()).startsWith("cut.trace: cut off: byte=");
  }

  @ParameterizedTest
  @CsvSource({
    "no trace, 'not readable: no format that is known: file=x, formats=[go, events, strace]'",
    "go 1.99 trace, 'not a trace: byte=0, '",
  })
  void whatIsNoTraceIsSaid(String text, String said) throws IOException {
    byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 16);

    CommandLineRun run = conform(file("x", bytes).toString());

    assertThat(run.code()).isEqualTo(150);
    assertThat(run.verdict()).startsWith("x: " + said);
  }

  @Test
  void severalFilesEndWithTheWorstResult() {
    CommandLineRun run =
        conform(
            recording(BAD).toString(),
            folder.resolve("none").toString(),
            recording(GOOD).toString());

    assertThat(run.code()).isEqualTo(150);
    assertThat(run.lines())
        .contains("none: not readable: cannot read the file: file=none, no such file or folder");
    assertThat(run.verdict()).isEqualTo("not all explained: 1 of 3 files");
  }

  @Test
  void theMatrixHasARowForEachRelease() {
    CommandLineRun run = conform("--matrix", recording("releases").toString());

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.lines().getFirst())
        .matches("Go +aba +block +cgo +gcstw +lockos +pipe +preempt +signal");
    assertThat(run.lines().get(1)).matches("1\\.5\\.4 +1/1 +1/1 +- +1/1 +1/1 +1/1 +1/1 +1/1");
    assertThat(run.lines().get(6)).startsWith("1.10.8 ");
    assertThat(run.lines().get(22)).matches("1\\.26\\.8 +1/1 +1/1 +1/1 +1/1 +1/1 +1/1 +1/1 +1/1");
    assertThat(run.verdict()).isEqualTo("not all explained: 156 of 160 files");
  }

  @Test
  void theMatrixIsMarkdownToo() {
    CommandLineRun run = conform("--matrix", recording("releases").toString(), "--markdown");

    assertThat(run.lines()).hasSize(24);
    assertThat(run.lines().get(2))
        .isEqualTo("| 1.5.4 | 1/1 | 1/1 | - | 1/1 | 1/1 | 1/1 | 1/1 | 1/1 |");
  }

  @Test
  void theDocumentKeepsItsSchema() throws IOException {
    Path none = file("none", new byte[4]);
    CommandLineRun run =
        conform(recording(GOOD).toString(), recording(BAD).toString(), none.toString(), "--json");

    JsonNode document = new ObjectMapper().readTree(run.out());

    assertThat(JsonSchema.published("conform.schema.json").faults(document)).isEmpty();
    assertThat(document.get("exit").intValue()).isEqualTo(150).isEqualTo(run.code());
    assertThat(document.get("files").get(0).get("events").longValue()).isEqualTo(3491);
    assertThat(document.get("files").get(0).get("release").textValue()).isEqualTo("1.26.8");
    assertThat(document.get("files").get(1).get("refused").get("event").longValue()).isEqualTo(107);
    assertThat(document.get("files").get(1).get("refused").get("streams")).hasSize(2);
    assertThat(document.get("files").get(2).get("verdict").textValue()).isEqualTo("not readable");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'nothing to judge: files=0; give a file, or --matrix'",
    "'x --format=pprof', 'unknown format: name=pprof, choices=[auto, go, events, strace]'",
    "'x --markdown', 'Markdown of what: --markdown; give --matrix too'",
    "'x --matrix=y', 'files beside a folder: files=[x]; give one of them'",
    "'x --max-memory=1MB', 'memory limit below the minimum: max-memory=1MB, minimum=64MB'",
  })
  void wrongUsageIsSaid(String words, String said) {
    CommandLineRun run = conform(words.isEmpty() ? new String[0] : words.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).containsExactly("psyscall: " + said);
  }

  @Test
  void aFolderWithoutRecordingsIsUnreadable() {
    CommandLineRun run = conform("--matrix", folder.toString());

    assertThat(run.code()).isEqualTo(150);
    assertThat(run.complaint().getFirst()).startsWith("psyscall: no recordings: folder=");
  }

  @Test
  void whatTakesLongTellsHowFarItIs() throws IOException {
    AtomicLong clock = new AtomicLong();
    CommandLineRun run =
        CommandLineRun.of(
            () -> clock.getAndAdd(3_000_000_000L), new Interruption(), "conform", longRun());

    assertThat(run.code()).isZero();
    assertThat(run.err().lines().toList().getFirst())
        .matches(
            "psyscall: phase=judging file=long.test events=65536 events/s=\\d+ done=\\d+%"
                + " elapsed=3s remaining=\\d+s");
  }

  @Test
  void whoIsInterruptedTellsWhatWasCovered() throws IOException {
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run = CommandLineRun.of(System::nanoTime, interruption, "conform", longRun());

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict()).startsWith("interrupted: ");
  }

  /// A run in which little happens for long, in Go's text form.
  private String longRun() throws IOException {
    StringBuilder text = new StringBuilder("Trace Go1.22\n");
    text.append("EventBatch gen=1 m=0 time=0 size=9\n");
    text.append("ProcStatus dt=1 p=0 pstatus=1\n");
    text.append("GoStatus dt=1 g=1 m=0 gstatus=2\n");
    for (int batch = 1; batch <= 4; batch++) {
      text.append("EventBatch gen=1 m=0 time=%d size=60000\n".formatted(batch * 100_000));
      text.append("HeapAlloc dt=1 heapalloc_value=1\n".repeat(20_000));
    }
    text.append("EventBatch gen=1 m=18446744073709551615 time=0 size=5\n");
    text.append("Frequency freq=15625000\n");
    return file("long.test", text.toString().getBytes(StandardCharsets.US_ASCII)).toString();
  }
}
