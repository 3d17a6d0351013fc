package psyscall.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.benchmarks.process.Command.Outcome;

class CommandTest {
  @TempDir private Path folder;

  @Test
  void outputOfBothStreamsIsKept() {
    Outcome outcome = shell("echo one; echo two >&2; pwd -P").run();

    assertThat(outcome.output().lines().limit(2)).containsExactly("one", "two");
    assertThat(outcome.output()).contains(folder.getFileName().toString());
    assertThat(outcome.nanos()).isPositive();
  }

  @Test
  void failureTellsTheLastLine() {
    assertThatThrownBy(() -> shell("echo one; echo two; exit 3").run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a program failed: exit=3, program=sh, said=two");
  }

  private Command shell(String script) {
    return new Command(folder, List.of("sh", "-c", script));
  }
}
