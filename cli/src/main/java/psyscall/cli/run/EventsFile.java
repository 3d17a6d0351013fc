package psyscall.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.model.listen.EventRecorder;
import psyscall.model.run.RunListener;
import psyscall.model.workload.Workload;

/// A file that the events of a run go to.
public final class EventsFile {
  private EventsFile() {}

  /// Writes the events of a run.
  ///
  /// @param <T> what comes of the run
  /// @param workload what is run
  /// @param file where the log goes
  /// @param run makes the run and tells the listener
  /// @return what came of it
  /// @throws EnvironmentFailure if the file cannot be written
  public static <T> T write(Workload workload, Path file, Function<RunListener, T> run) {
    try (Writer out = Files.newBufferedWriter(file)) {
      return run.apply(new EventRecorder(workload, out));
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (UncheckedIOException e) {
      throw unwritable(file, Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
    }
  }

  private static EnvironmentFailure unwritable(Path file, IOException why) {
    return new EnvironmentFailure(
        "cannot write the events: file=" + file + ", " + EnvironmentFailure.reason(why));
  }
}
