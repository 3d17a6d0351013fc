package psyscall.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;

/// Programs that behave well and badly, in the place of the one that Go builds.
class RecordingTest {
  private static final Recording RECORDING =
      new Recording("1.14.15", ScenarioProgram.parse("pipe").getFirst(), 2, 1);

  @TempDir private Path folder;

  @Test
  void fileIsNamedAfterReleaseScenarioAndProcs() {
    assertThat(RECORDING.fileName()).isEqualTo("go1.14.15-pipe-p2.trace");
  }

  @Test
  void wholeTraceIsMovedToItsPlace() throws IOException {
    Recording.Result result =
        run("printf 'go 1.11 trace\\0\\0\\0' >\"${4#-o=}\"; echo \"$1 $2 $3\"");

    assertThat(result)
        .isEqualTo(
            new Recording.Result.Recorded(
                traces().resolve(RECORDING.fileName()),
                16,
                List.of("-scenario=pipe -procs=2 -times=1")));
    assertThat(names()).containsExactly("go1.14.15-pipe-p2.trace");
  }

  @Test
  void failedProgramLeavesTheTraceOfBefore() throws IOException {
    Files.createDirectories(traces());
    Path before = Files.writeString(traces().resolve(RECORDING.fileName()), "before");

    Recording.Result result = run("echo half >\"${4#-o=}\"; echo 'fatal error: x' >&2; exit 2");

    assertThat(result)
        .isEqualTo(
            new Recording.Result.Failed(
                "the program failed: file=go1.14.15-pipe-p2.trace, exit=2, said: fatal error: x",
                ExitCode.ENVIRONMENT));
    assertThat(before).hasContent("before");
    assertThat(names()).hasSize(1);
  }

  @Test
  void programThatWritesNothingIsAFailure() throws IOException {
    assertThat(run(": >\"${4#-o=}\""))
        .isEqualTo(
            new Recording.Result.Failed(
                "the program wrote no trace: file=go1.14.15-pipe-p2.trace, bytes=0",
                ExitCode.ENVIRONMENT));
    assertThat(names()).isEmpty();
  }

  private Recording.Result run(String text) throws IOException {
    Path program = folder.resolve("program");
    Files.writeString(program, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(traces());
    return RECORDING.make(program, folder, traces(), new Interruption());
  }

  private Path traces() {
    return folder.resolve("traces").toAbsolutePath();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(traces())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
