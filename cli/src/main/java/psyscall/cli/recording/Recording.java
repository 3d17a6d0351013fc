package psyscall.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;

/// One run of a scenario program. The trace is in its place once it is whole, or not at all.
///
/// @param version of the Go that built the program
/// @param program the scenario
/// @param procs GOMAXPROCS
/// @param times how often the scenario runs in the trace
record Recording(String version, ScenarioProgram program, int procs, int times) {
  /// A scenario lasts a second or two; a busy machine may take longer.
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final Duration LIMIT_EACH_TIME = Duration.ofSeconds(5);

  /// The header of an execution trace.
  private static final int BYTES_MIN = 16;

  /// What came of it.
  sealed interface Result {
    /// The trace is there.
    ///
    /// @param trace the file
    /// @param bytes its size
    /// @param said what the program printed, such as what its calls returned
    record Recorded(Path trace, long bytes, List<String> said) implements Result {}

    /// There is no trace.
    ///
    /// @param why in one line
    /// @param exit what that means for the run
    record Failed(String why, ExitCode exit) implements Result {}
  }

  /// The name of the file.
  ///
  /// @return such as `go1.14.15-pipe-p2.trace`
  String fileName() {
    return "go%s-%s-p%d.trace".formatted(version, program.name(), procs);
  }

  /// Runs the program.
  ///
  /// @param executable the program
  /// @param work the folder that it runs in
  /// @param folder where the trace goes
  /// @param interruption whether it is to end
  /// @return what came of it
  /// @throws EnvironmentFailure if the folder cannot be written
  Result make(Path executable, Path work, Path folder, Interruption interruption) {
    Path place = folder.resolve(fileName()).toAbsolutePath();
    Path draft =
        place.resolveSibling("." + fileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      try {
        ChildProcess.Outcome outcome = child(executable, work, draft).run(interruption);
        return outcome.isGood() ? keep(draft, place, outcome) : failed(outcome);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot write the trace: file=" + place + ", " + EnvironmentFailure.reason(e));
    }
  }

  private ChildProcess child(Path executable, Path work, Path draft) {
    List<String> words =
        List.of(
            executable.toString(),
            "-scenario=" + program.name(),
            "-procs=" + procs,
            "-times=" + times,
            "-o=" + draft);
    Map<String, String> settings = Map.of("TMPDIR", work.toString());
    return new ChildProcess(words, work, settings, limit());
  }

  private Duration limit() {
    return LIMIT.plus(LIMIT_EACH_TIME.multipliedBy(times - 1L));
  }

  private Result keep(Path draft, Path place, ChildProcess.Outcome outcome) throws IOException {
    long bytes = Files.size(draft);
    if (bytes < BYTES_MIN) {
      return new Result.Failed(
          "the program wrote no trace: file=%s, bytes=%d".formatted(fileName(), bytes),
          ExitCode.ENVIRONMENT);
    }
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new Result.Recorded(place, bytes, outcome.output().lines().toList());
  }

  private Result failed(ChildProcess.Outcome outcome) {
    return switch (outcome.end()) {
      case EXITED ->
          new Result.Failed(
              "the program failed: file=%s, exit=%d, said: %s"
                  .formatted(fileName(), outcome.code(), outcome.complaint()),
              ExitCode.ENVIRONMENT);
      case TIME_LIMIT ->
          new Result.Failed(
              "the program did not end and was killed: file=%s, limit=%d s"
                  .formatted(fileName(), limit().toSeconds()),
              ExitCode.INCONCLUSIVE);
      case INTERRUPTED ->
          new Result.Failed("interrupted: file=" + fileName(), ExitCode.INTERRUPTED);
    };
  }
}
