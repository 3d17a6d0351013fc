package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The traces with which Go tests its own readers, in the trees of Go that are at hand; they are
/// not copied here. Skipped, and said so, where there is no such tree.
class GoTreesTest {
  private static final String CANNED = "src/internal/trace/testdata";
  private static final String TESTS = CANNED + "/tests";

  @Test
  void cannedTracesOfTheFirstFormatAreJudgedAsByGo() throws IOException {
    Path folder = toolchain("1.19.13").resolve(CANNED);
    assumeTrue(Files.isDirectory(folder), "off: Go 1.19.13 is not in the module cache");

    Map<String, String> answers = answers(folder, "(.*_good|.*_unordered)");

    assertThat(answers).hasSizeGreaterThanOrEqualTo(20);
    assertThat(answers.remove("stress_1_5_unordered")).isEqualTo("NotExplained");
    assertThat(answers.values()).containsOnly("Explained");
  }

  @Test
  void testsOfTheSecondFormatAreJudgedAsByGo() throws IOException {
    Path folder = Path.of(env("GOROOT")).resolve(TESTS);
    assumeTrue(Files.isDirectory(folder), "off: no Go from 1.22 on is installed");

    Map<String, String> answers = answers(folder, ".*\\.test");

    assertThat(answers).hasSizeGreaterThanOrEqualTo(22);
    assertThat(answers.remove("go122-create-syscall-with-p.test")).isEqualTo("NotExplained");
    assertThat(answers.remove("go122-fail-first-gen-first.test")).isEqualTo("NotExplained");
    assertThat(answers.values()).containsOnly("Explained");
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
