package psyscall.cli.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.OutputFile;

/// A file that a counterexample goes to; that this can be done is known before the search begins.
public final class TraceFile implements AutoCloseable {
  private final OutputFile file;

  private TraceFile(OutputFile file) {
    this.file = file;
  }

  /// Makes sure that a file can be written.
  ///
  /// @param place where it will be
  /// @return the file, nothing in it
  /// @throws EnvironmentFailure if it cannot be written
  public static TraceFile at(Path place) {
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw new EnvironmentFailure(
          "cannot write the trace: file=" + place + ", is not a regular file");
    }
    return new TraceFile(OutputFile.at("trace", place));
  }

  /// Writes the file.
  ///
  /// @param text its content
  /// @throws EnvironmentFailure if it cannot be written; the file is then what it was before
  public void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    file.write(bytes, 0, bytes.length);
    file.keep();
  }

  /// Removes what was not moved to its place.
  @Override
  public void close() {
    file.close();
  }
}
