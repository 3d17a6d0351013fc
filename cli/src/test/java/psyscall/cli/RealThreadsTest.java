package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `run --driver=threads`, on this machine's kernel.
class RealThreadsTest {
  @ParameterizedTest
  @CsvSource({
    "1.10.8, 18446744073709551615 0 connection timed out",
    "1.19.13, 18446744073709551615 0 interrupted system call",
  })
  void printWhatGoPrints(String release, String printed, @TempDir Path folder) {
    Path log = folder.resolve("futex.jsonl");

    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "futex",
            "--driver=threads",
            "--release=" + release,
            "--max-seconds=60",
            "--events-out=" + log);

    assertThat(run.code()).isZero();
    assertThat(run.lines().subList(0, 4)).containsExactly(printed, printed, printed, "");
    assertThat(run.lines()).contains("scheduler     --driver=threads, choices in turn");
    assertThat(run.verdict()).startsWith("all goroutines have ended: ");
    assertThat(CommandLineRun.of("conform", log.toString()).code()).isZero();
  }

  /// Who waits in the kernel for ever is taken out of it at the deadline.
  @Test
  void hangIsCut(@TempDir Path folder) throws IOException {
    Path program = folder.resolve("hang.json");
    Files.writeString(
        program,
        """
        {"psyscall": "program", "version": 1, "name": "hang", "summary": "a wait for ever",
         "processors": 1, "words": {"word": 1}, "goroutines": [{"operations": [
           {"op": "raw-syscall", "call": "futex-wait", "word": "word", "expected": 1}]}]}
        """);

    CommandLineRun run =
        CommandLineRun.of("run", program.toString(), "--driver=threads", "--max-seconds=1");

    assertThat(run.code()).isEqualTo(16);
    assertThat(run.verdict()).startsWith("cut: the time that was allowed is over: 1000.000 ms, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run futex --driver=thread | unknown driver: name=thread",
        "run futex --driver=threads --runs=2 | real time for several runs: driver=threads",
      })
  void wrongWordsAreOneLine(String line, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).singleElement().asString().contains(complaint);
  }
}
