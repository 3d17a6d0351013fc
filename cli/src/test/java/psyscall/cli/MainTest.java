package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The process as a whole.
class MainTest {
  private static Process psyscall(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "psyscall.cli.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  @Test
  void exitCodeIsThatOfTheRun() throws IOException, InterruptedException {
    Process process = psyscall("check", "no-such-thing");

    assertThat(process.inputReader().lines()).isEmpty();
    assertThat(process.errorReader().lines()).hasSize(1);
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void signalEndsTheRunWithWhatItCovered() throws IOException, InterruptedException {
    // Sixteen million states; the first line of progress comes after two seconds.
    Process process = psyscall("check", "three-ps", "--symmetry=off");
    try (BufferedReader progress = process.errorReader()) {
      assertThat(progress.readLine()).contains("phase=exploring check=three-ps");

      // Not the process itself, whose streams that would close.
      process.toHandle().destroy();

      List<String> lines = process.inputReader().lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(lines.getLast()).matches("interrupted: covered states=\\d+, .* of three-ps");
      // 128 and the number of the signal: 15 here, 2 for Ctrl-C.
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }
}
