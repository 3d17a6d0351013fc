package psyscall.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.benchmarks.peer.SpinFolder.Finished;

/// Lets scripts stand for verifiers, which take a minute to compile.
class SpinFolderTest {
  private static final List<String> ENDED =
      List.of(
          "State-vector 20 byte, depth reached 7, errors: 0",
          "       30 states, stored",
          "    1.500\ttotal actual memory usage",
          "pan: elapsed time 0.25 seconds");

  private static final String EARLY = "Warning: Search not completed";

  @TempDir private Path folder;

  @BeforeEach
  void writeResults() throws IOException {
    Files.write(folder.resolve("ended"), ENDED);
  }

  @Test
  void verifierIsRunWithItsTable() throws IOException {
    write(Verifier.DEPTH_FIRST, "echo \"$@\" >words; cat ended");

    Finished finished = new SpinFolder(folder).run(Verifier.DEPTH_FIRST, 3_000_000, 500);

    assertThat(finished.figures())
        .isEqualTo(new VerifierFigures(30, 20, 20, 1_572_864, 250_000_000));
    assertThat(finished.wholeNanos()).isPositive();
    assertThat(finished.run())
        .isEqualTo(new PeerRun(30, finished.wholeNanos(), 250_000_000, 1_572_864, 20, 0));
    assertThat(folder.resolve("words")).hasContent("-E -n -w22 -m500");
  }

  @Test
  void crashIsAFailure() throws IOException {
    write(Verifier.DEPTH_FIRST, "kill -SEGV $$");

    assertThatThrownBy(() -> new SpinFolder(folder).run(Verifier.DEPTH_FIRST, 30, 500))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a program failed: exit=139, program=./pan-depth-first, said=");
  }

  @Test
  void endingEarlyIsAFailure() throws IOException {
    write(Verifier.BREADTH_FIRST, "echo %s; cat ended");

    assertThatThrownBy(() -> new SpinFolder(folder).run(Verifier.BREADTH_FIRST, 30, 500))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Spin's search was cut short: reason=Search not completed");
  }

  @Test
  void lengthOfAStateIsToldByTheVerifier() throws IOException {
    write(Verifier.DEPTH_FIRST, "echo 'error: max search depth too small'; cat ended");

    assertThat(new SpinFolder(folder).stateBytes(Verifier.DEPTH_FIRST)).isEqualTo(20);
  }

  private void write(Verifier verifier, String script) throws IOException {
    Path program = folder.resolve(verifier.program());
    Files.writeString(program, "#!/bin/sh\n" + script.replace("%s", "'" + EARLY + "'") + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
