package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `run --trace-out`: what `conform` and Go's own reader say of the traces, and where they are
/// written.
class RunTraceTest {
  private static final int FIRST_WITH_MODES = 25;
  private static final Pattern VERSION =
      Pattern.compile("go version go1\\.(\\d+).*", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void traceIsExplained(String release) {
    CommandLineRun judged = CommandLineRun.of("conform", trace(release).toString());

    assertThat(judged.code()).isZero();
    assertThat(judged.verdict()).contains("explained: ");
  }

  @Test
  void goReadsIt() throws IOException, InterruptedException {
    int minor = installedGo();
    // Set where Go must be there, so that nothing is skipped unseen.
    if (System.getenv("PSYSCALL_NEEDS_GO") == null) {
      assumeTrue(minor >= FIRST_WITH_MODES, "Go's reader is not asked: no Go from 1.25 on");
    }

    String read = said(0, "go", "tool", "trace", "-d=parsed", trace("1.10.8").toString());

    assertThat(read)
        .contains("GoID=1 Undetermined->Running", "Running->Syscall", "Syscall->Runnable")
        .contains("futex-syscall.G1");
  }

  private Path trace(String release) {
    Path file = folder.resolve(release + ".trace");
    CommandLineRun run =
        CommandLineRun.of(
            "run", "futex-syscall", "--release=" + release, "--seed=3", "--trace-out=" + file);
    assertThat(run.complaint()).isEmpty();
    assertThat(run.code()).isZero();
    return file;
  }

  /// The number of the release, 0 without Go.
  private static int installedGo() throws InterruptedException {
    try {
      Matcher matcher = VERSION.matcher(said(0, "go", "version"));
      return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException _) {
      return 0;
    }
  }

  private static String said(int code, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GOTOOLCHAIN", "local");
    Process process = builder.start();
    try (var out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isEqualTo(code);
      return text;
    }
  }

  @Test
  void folderThatIsNotThereIsSaidBeforeTheRun() {
    CommandLineRun run = CommandLineRun.of("run", "futex", "--trace-out=/no/such/folder/x");

    assertThat(run.code()).isEqualTo(153);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: cannot write the trace: file=/no/such/folder/x, no such file");
  }

  @Test
  void traceTakesThePlaceOfWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("1.19.13.trace"), "what was there");

    trace("1.19.13");

    assertThat(Files.readAllBytes(file))
        .startsWith("go 1.22 trace".getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
