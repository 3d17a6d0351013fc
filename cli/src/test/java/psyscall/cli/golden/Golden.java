package psyscall.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A golden file; `-Dgolden=write` rewrites those that differ, and their diff is reviewed like
/// code.
///
/// @param file where it is
public record Golden(Path file) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /// The golden file of a name.
  ///
  /// @param name its name with its ending, below the folder of golden files
  public static Golden of(String name) {
    return new Golden(FOLDER.resolve(name));
  }

  /// Asserts that a text is what the file says.
  ///
  /// @param text the text, with line feeds
  public void matches(String text) throws IOException {
    if (System.getProperty("golden", "compare").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("golden file; -Dgolden=write makes it").exists();
    assertThat(text).as("%s; -Dgolden=write rewrites it", file).isEqualTo(Files.readString(file));
  }
}
