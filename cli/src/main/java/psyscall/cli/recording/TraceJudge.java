package psyscall.cli.recording;

import java.nio.file.Path;
import psyscall.cli.session.ExitCode;

/// Says what the model makes of a trace.
@FunctionalInterface
public interface TraceJudge {
  /// Judges a trace and prints the verdict.
  ///
  /// @param trace the file
  /// @return what the verdict means for the exit code
  ExitCode judge(Path trace);
}
