package psyscall.model.trace2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Go's own tests of its reader, from the tree of the Go that is installed; not copied here.
class GoTestsTest {
  private static final String TESTS = "src/internal/trace/testdata/tests";

  /// Judged by the order alone, one of the two is a trace: its goroutine runs without a P.
  private static final String LEFT_TO_THE_ORACLE = "go122-create-syscall-with-p.test";

  private static final String WITHOUT_PROCESSOR = "go122-fail-first-gen-first.test";

  @Test
  void testsThatExpectSuccessAreReadToTheirEnd() throws IOException, TraceFault {
    List<String> refused = new ArrayList<>();
    int read = 0;
    for (Path test : tests()) {
      TextTrace text = parse(test);
      if (text.failure().isEmpty()) {
        EventSource source = open(text);
        assertThat(Recorded.counts(source)).as("%s", test.getFileName()).isNotEmpty();
        assertThat(source.bytesDone()).isEqualTo(text.bytes().byteSize());
        read++;
      } else {
        refused.add(test.getFileName().toString());
      }
    }

    assertThat(read).isGreaterThanOrEqualTo(20);
    assertThat(refused).contains(LEFT_TO_THE_ORACLE, WITHOUT_PROCESSOR);
  }

  @Test
  void testsThatExpectFailureAreReadAsFarAsTheyGo() throws IOException, TraceFault {
    Path folder = tests().getFirst().resolveSibling("");

    assertThat(Recorded.counts(open(parse(folder.resolve(LEFT_TO_THE_ORACLE))))).isNotEmpty();
    EventSource cut = open(parse(folder.resolve(WITHOUT_PROCESSOR)));
    assertThatThrownBy(() -> Recorded.counts(cut))
        .isInstanceOfSatisfying(
            TraceFault.class, fault -> assertThat(fault.trouble()).isEqualTo(Trouble.CUT_OFF));
  }

  private static TextTrace parse(Path test) throws IOException, TraceFault {
    return TextTrace.parse(
        MemorySegment.ofArray(Files.readAllBytes(test)), new MemoryAllowance(Recorded.PLENTY));
  }

  private static EventSource open(TextTrace text) throws TraceFault {
    return ThreadTrace.open(text.bytes(), new MemoryAllowance(Recorded.PLENTY));
  }

  private static List<Path> tests() throws IOException {
    Path folder = root().resolve(TESTS);
    // Set where Go must be there, so that nothing is skipped unseen.
    if (System.getenv("PSYSCALL_NEEDS_GO") == null) {
      assumeTrue(
          Files.isDirectory(folder),
          "Go's tests of its reader are not run: no Go from 1.22 on is installed");
    }
    assertThat(folder).as("tests of the installed Go").isDirectory();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  /// The tree of the Go that is installed, or a folder without any.
  private static Path root() throws IOException {
    try {
      Process process = new ProcessBuilder("go", "env", "GOROOT").start();
      try (var out = process.getInputStream()) {
        return Path.of(new String(out.readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    } catch (IOException _) {
      return Path.of("no-go");
    }
  }
}
