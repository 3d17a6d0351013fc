package psyscall.cli.recording;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import psyscall.cli.session.EnvironmentFailure;

/// The Go files of the scenario programs, which this program carries with it.
final class ProgramSources {
  /// The files of `conformance/go`.
  static final List<String> FILES =
      List.of("main.go", "kernel.go", "calls.go", "stops.go", "futex.go", "callbacks.go");

  private static final String WHERE = "/conformance/go/";

  private ProgramSources() {}

  /// Writes them out.
  ///
  /// @param folder where they go; it is there
  /// @throws EnvironmentFailure if they cannot be written
  static void writeTo(Path folder) {
    for (String file : FILES) {
      try (InputStream source = ProgramSources.class.getResourceAsStream(WHERE + file)) {
        if (source == null) {
          throw new FileNotFoundException("not in this build");
        }
        Files.copy(source, folder.resolve(file));
      } catch (IOException e) {
        throw new EnvironmentFailure(
            "cannot write a source file: file=" + file + ", " + EnvironmentFailure.reason(e));
      }
    }
  }
}
