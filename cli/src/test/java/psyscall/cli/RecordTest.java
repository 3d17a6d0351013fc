package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.Interruption;

class RecordTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record                            | missing required parameter: '<release>'; see",
        "record 1.99                       | unknown release of Go: name=1.99, nearest=[1.9.7]",
        "record 1.4.3                      | release without a tracer: name=1.4.3, first=1.5.4",
        "record installed --scenario=pip   | unknown scenario of Go: name=pip, nearest=[pipe",
        "record installed --procs=0        | number of Ps out of range: procs=0, limit=1..256",
        "record installed --procs=1,x      | not understood: procs=x; give a number, limit=1..256",
        "record installed --times=0        | number of runs out of range: times=0, limit=1..",
      })
  void wrongUsageIsOneLineAndExit2(String line, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" +"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }

  @Test
  void placeThatIsNoFolderIsUnwritable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    CommandLineRun run = CommandLineRun.of("record", "installed", "-o", file.toString());

    assertThat(run.code()).isEqualTo(153);
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: cannot make the folder: folder=" + file);
    assertThat(file).hasContent("");
  }

  @Test
  void installedGoRecordsAScenario() throws IOException {
    assumeThat(goOnThePath()).as("go on the path").isPresent();

    CommandLineRun run =
        CommandLineRun.of(
            "record",
            "installed",
            "--scenario=getpid,rawfutex",
            "--procs=1",
            "-o",
            folder.toString());

    assertThat(run.complaint()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.verdict()).isEqualTo("recorded: 2 of 2 traces, folder=" + folder);
    assertThat(run.lines()).filteredOn(line -> line.startsWith("  futex r1=-1 r2=0 ")).hasSize(3);
    try (Stream<Path> traces = Files.list(folder)) {
      assertThat(traces)
          .hasSize(2)
          .allSatisfy(
              trace -> {
                assertThat(trace.getFileName().toString())
                    .matches("go.*-(getpid|rawfutex)-p1.trace");
                assertThat(new String(Files.readAllBytes(trace), StandardCharsets.ISO_8859_1))
                    .matches("(?s)go 1\\.\\d+ trace\0.*");
              });
    }
  }

  @Test
  void interruptedRunSaysWhatItHasRecorded() {
    assumeThat(goOnThePath()).as("go on the path").isPresent();
    Interruption interruption = new Interruption();
    interruption.request();

    CommandLineRun run =
        CommandLineRun.of(
            System::nanoTime, interruption, "record", "installed", "-o", folder.toString());

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.verdict()).startsWith("recorded: 0 of ");
  }

  private static Optional<Path> goOnThePath() {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part, "go"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
