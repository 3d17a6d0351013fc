package psyscall.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Interruption;

class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void endTellsTheCodeAndWhatWasPrinted() {
    ChildProcess.Outcome outcome = shell("echo '# package'; echo; echo ouch >&2; exit 3", LONG);

    assertThat(outcome.end()).isEqualTo(ChildProcess.End.EXITED);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.isGood()).isFalse();
    assertThat(outcome.complaint()).isEqualTo("ouch");
  }

  @Test
  void complaintIsOneShortLineThatATerminalCanShow() {
    ChildProcess.Outcome outcome = shell("printf '\\033[2Jred%0300d' 7", LONG);

    assertThat(outcome.isGood()).isTrue();
    assertThat(outcome.complaint()).startsWith(" [2Jred000").endsWith("…").hasSize(201);
    assertThat(shell("true", LONG).complaint()).isEqualTo("nothing");
  }

  @Test
  void floodOfOutputIsCut() {
    assertThat(shell("yes 123456789 | head -n 100000", LONG).output()).hasSize(1 << 16);
  }

  @Test
  void programThatHangsIsKilledWithItsChildren() throws IOException {
    ChildProcess.Outcome outcome =
        shell("sleep 600 & echo $! >child; wait", Duration.ofMillis(500));

    assertThat(outcome.end()).isEqualTo(ChildProcess.End.TIME_LIMIT);
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    assertThat(isRunning(child)).isFalse();
  }

  @Test
  void interruptedRunKillsTheProgram() {
    Interruption interruption = new Interruption();
    interruption.request();

    ChildProcess.Outcome outcome =
        new ChildProcess(List.of("sleep", "600"), folder, Map.of(), LONG).run(interruption);

    assertThat(outcome.end()).isEqualTo(ChildProcess.End.INTERRUPTED);
  }

  @Test
  void settingsReachTheProgramAndForeignOnesDoNot() {
    ChildProcess.Outcome outcome =
        new ChildProcess(
                List.of("sh", "-c", "echo $GOFLAGS ${GODEBUG-unset}"),
                folder,
                Map.of("GOFLAGS", "given"),
                LONG)
            .run(new Interruption());

    assertThat(outcome.output()).isEqualTo("given unset\n");
  }

  @Test
  void missingProgramIsTheSystemsFailure() {
    assertThatThrownBy(
            () ->
                new ChildProcess(List.of("no-such-program"), folder, Map.of(), LONG)
                    .run(new Interruption()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("cannot run a program: program=no-such-program, ");
  }

  private ChildProcess.Outcome shell(String text, Duration limit) {
    return new ChildProcess(List.of("sh", "-c", text), folder, Map.of(), limit)
        .run(new Interruption());
  }

  /// A killed child that nobody has waited for yet is still listed, but does not run.
  private static boolean isRunning(long pid) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return !status.replaceFirst(".*\\) ", "").startsWith("Z");
    } catch (IOException _) {
      return false;
    }
  }
}
