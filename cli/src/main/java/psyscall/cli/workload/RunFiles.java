package psyscall.cli.workload;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import psyscall.cli.session.OutputFile;
import psyscall.cli.session.WrongUsage;
import psyscall.model.listen.EventRecorder;
import psyscall.model.run.RunListener;
import psyscall.model.tracewriter.GenerationLimits;
import psyscall.model.tracewriter.GoTraceRecorder;
import psyscall.model.workload.Workload;

/// The files that a run is written to: a log of its events, an execution trace of Go, both, or
/// none. They are there when the run has come to its end.
public final class RunFiles implements AutoCloseable {
  private final List<Written> all = new ArrayList<>();

  /// A file, who writes it, and what is left to be written in the end.
  private record Written(OutputFile file, RunListener listener, Rest rest) {}

  /// What is left to be written.
  @FunctionalInterface
  private interface Rest {
    /// Writes it.
    void write() throws IOException;
  }

  private RunFiles() {}

  /// Opens the files.
  ///
  /// @param workload what is to be run
  /// @param events where the log goes, if it is wanted
  /// @param trace where the trace goes, if it is wanted
  /// @return the files, to be closed
  /// @throws psyscall.cli.session.EnvironmentFailure if one cannot be written
  public static RunFiles open(Workload workload, Optional<Path> events, Optional<Path> trace) {
    RunFiles files = new RunFiles();
    boolean isOpen = false;
    try {
      events.ifPresent(place -> files.events(workload, place));
      trace.ifPresent(place -> files.trace(workload, place));
      isOpen = true;
      return files;
    } finally {
      if (!isOpen) {
        files.close();
      }
    }
  }

  /// Refuses a file that is to be written twice.
  ///
  /// @param outputs the files of a command line
  /// @throws WrongUsage if two are the same
  public static void requireDifferent(List<Path> outputs) {
    List<Path> whole = outputs.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    for (Path file : outputs) {
      if (Collections.frequency(whole, file.toAbsolutePath().normalize()) > 1) {
        throw new WrongUsage("one file for two outputs: file=" + file + "; give each its own");
      }
    }
  }

  private void events(Workload workload, Path place) {
    OutputFile file = OutputFile.at("events", place);
    Writer text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
    all.add(new Written(file, new EventRecorder(workload, text), text::flush));
  }

  private void trace(Workload workload, Path place) {
    OutputFile file = OutputFile.at("trace", place);
    GoTraceRecorder recorder = new GoTraceRecorder(workload, GenerationLimits.USUAL, file);
    all.add(new Written(file, recorder, recorder::finish));
  }

  /// Who writes them.
  ///
  /// @return listeners of one run
  public List<RunListener> listeners() {
    return all.stream().map(Written::listener).toList();
  }

  /// Puts all of them to their places. The run is over.
  ///
  /// @throws psyscall.cli.session.EnvironmentFailure if one cannot be written
  public void keep() {
    for (Written each : all) {
      try {
        each.rest().write();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      each.file().keep();
    }
  }

  /// Removes what was not put to its place.
  @Override
  public void close() {
    all.forEach(each -> each.file().close());
  }
}
