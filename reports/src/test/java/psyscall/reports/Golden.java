package psyscall.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that are pinned as files under `src/test/resources/golden/`.
///
/// `mvn test -Dgolden=write` writes what is found into the files instead of comparing; the
/// difference is then reviewed like code.
public final class Golden {
  private static final String PROPERTY = "golden";
  private static final String REWRITE = "write";
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /// Compares a text with a golden file.
  ///
  /// @param name the file's name
  /// @param text what was found, with a line end at its end
  public static void assertMatches(String name, String text) {
    Path file = FOLDER.resolve(name);
    try {
      if (System.getProperty(PROPERTY, "").equals(REWRITE)) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
        return;
      }
      assertThat(text).as("golden file %s", name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
