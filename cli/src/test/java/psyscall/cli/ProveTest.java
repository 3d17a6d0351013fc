package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProveTest {
  @Test
  void registerLevelIsAsStated() {
    CommandLineRun run = CommandLineRun.of("abi", "prove", "--release=1.10.8");

    assertThat(run.code()).isZero();
    assertThat(run.lines().getLast())
        .startsWith("proved: what is stated of the register level; obligations=54, as stated=54, ");
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("proved        1.10.8/syscall.Syscall6/results: "))
        .anyMatch(
            line ->
                line.startsWith("refuted       1.10.8/syscall.Syscall/boundary-of-linux: ")
                    && line.contains("as stated, result=0xfffffffffffff001"));
  }

  /// One thread with one P and one goroutine: the proof is the same, and quick.
  @Test
  void ownershipIsProved() {
    CommandLineRun run = CommandLineRun.of("prove", "ownership", "--size=1/1/1");

    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).contains("Z3 ", "Go 1.10.8", "1 thread, 1 P, 1 goroutine");
    assertThat(run.lines().getLast())
        .startsWith("proved: every P is in exactly one place; obligations=");
  }

  @Test
  void bugIsRefutedWithAState() {
    CommandLineRun run =
        CommandLineRun.of("prove", "ownership", "--size=1/1/1", "--bug=retake-without-cas");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("REFUTED       ownership/Retake: "))
        .anyMatch(line -> line.startsWith("    sysmon steps from Retake.cas"))
        .anyMatch(line -> line.startsWith("    before: p.owner="));
    assertThat(run.lines().getLast()).startsWith("refuted: ");
  }

  @Test
  void questionsAreWrittenForAnotherSolver(@TempDir Path folder) throws IOException {
    CommandLineRun run = CommandLineRun.of("prove", "kernel", "--smtlib=" + folder);

    assertThat(run.code()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> questions = files.sorted().toList();
      assertThat(questions).hasSize(16);
      assertThat(Files.readAllLines(questions.getFirst()))
          .startsWith("; expected: unsat", "(set-logic QF_ABV)")
          .endsWith("(check-sat)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nothing,   --size=2/2/2,    unknown theorem: name=nothing",
    "ownership, --size=2/2,      not understood: size=2/2",
    "ownership, --size=5/1/1,    not understood: size=5/1/1",
    "ownership, --bug=nothing,   unknown bug: name=nothing",
    "ownership, --max-time=soon, not understood: max-time=soon",
  })
  void wrongUsageIsOneLine(String theorem, String option, String message) {
    CommandLineRun run = CommandLineRun.of("prove", theorem, option);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
