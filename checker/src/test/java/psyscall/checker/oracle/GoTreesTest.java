package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.trace2.TextTrace;

/// The traces with which Go tests its own readers, in the trees of Go that are at hand; they are
/// not copied here. What Go's tests expect, the oracle answers: explained, or not. Skipped, and
/// said so, where there is no such tree; an error there if `PSYSCALL_NEEDS_GO` is set.
class GoTreesTest {
  private static final String CANNED = "src/internal/trace/testdata";
  private static final String TESTS = CANNED + "/tests";

  @ParameterizedTest
  @ValueSource(strings = {"1.19.13", "1.21.13"})
  void cannedTracesOfTheFirstFormatAreJudgedAsByGo(String release) throws IOException {
    Path folder = toolchain(release).resolve(CANNED);
    needs(folder, "Go " + release + " is not in the module cache");

    // Their names say what Go's tests expect.
    Map<String, String> answers = answers(folder, "(.*_good|.*_unordered)");

    assertThat(answers).hasSizeGreaterThanOrEqualTo(20);
    assertThat(answers)
        .allSatisfy(
            (name, answer) ->
                assertThat(answer)
                    .isEqualTo(name.endsWith("_good") ? "Explained" : "NotExplained"));
    assertThat(answers.values()).contains("NotExplained");
  }

  @Test
  void testsOfTheSecondFormatAreJudgedAsByGo() throws IOException, TraceFault {
    Path folder = Path.of(env("GOROOT")).resolve(TESTS);
    needs(folder, "no Go from 1.22 on is installed");

    Map<String, String> answers = answers(folder, ".*\\.test");
    Map<String, String> expected = new TreeMap<>();
    for (String name : answers.keySet()) {
      expected.put(name, expected(folder.resolve(name)) ? "Explained" : "NotExplained");
    }

    assertThat(answers).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(22);
    assertThat(expected.values()).contains("NotExplained");
  }

  /// What a test of Go says itself of its trace: whether Go's reader is to accept it.
  private static boolean expected(Path test) throws IOException, TraceFault {
    return TextTrace.parse(
            MemorySegment.ofArray(Files.readAllBytes(test)), new MemoryAllowance(Recordings.PLENTY))
        .failure()
        .isEmpty();
  }

  private static Map<String, String> answers(Path folder, String names) throws IOException {
    Map<String, String> answers = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches(names)) {
          Conformance answer = Recordings.judge(Recordings.run(file));
          answers.put(name, answer.getClass().getSimpleName());
        }
      }
    }
    return answers;
  }

  private static void needs(Path folder, String otherwise) {
    if (System.getenv("PSYSCALL_NEEDS_GO") == null) {
      assumeTrue(Files.isDirectory(folder), "off: " + otherwise);
    }
    assertThat(folder).as(otherwise).isDirectory();
  }

  private static Path toolchain(String release) {
    return Path.of(
        env("GOMODCACHE"), "golang.org", "toolchain@v0.0.1-go" + release + ".linux-amd64");
  }

  /// What `go env` says, or a folder that is not there.
  private static String env(String name) {
    try {
      Process process = new ProcessBuilder(List.of("go", "env", name)).start();
      try (var out = process.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
    } catch (IOException _) {
      return "no-go";
    }
  }
}
