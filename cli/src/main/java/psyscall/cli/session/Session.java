package psyscall.cli.session;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import psyscall.reports.timeline.Look;

/// One run of the command line: where it writes, its clock, who may end it.
///
/// @param version the version of this build
/// @param out results; with `--json` one document and nothing else
/// @param err progress and failures
/// @param screen what reads `err`
/// @param look how counterexamples are drawn
/// @param clockNanos a clock that never runs back
/// @param processors how many threads can run at once, at least 1
/// @param interruption whether the run is to end
public record Session(
    String version,
    PrintWriter out,
    PrintWriter err,
    Screen screen,
    Look look,
    LongSupplier clockNanos,
    int processors,
    Interruption interruption) {

  /// What reads a stream.
  public enum Screen {
    /// A terminal, on which a line can be written anew.
    TERMINAL,
    /// A file, a pipe or a log.
    FILE
  }

  /// Prints a line of results.
  ///
  /// @param line without its end
  public void say(String line) {
    out.println(line);
  }

  /// Writes out what is buffered.
  ///
  /// @throws EnvironmentFailure if the results cannot be written
  public void flush() {
    err.flush();
    if (out.checkError()) {
      throw new EnvironmentFailure("cannot write the results: stream=stdout");
    }
  }
}
