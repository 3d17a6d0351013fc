package psyscall.reports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] BYTES = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of("");

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void fileIsMade() throws IOException {
    AtomicFile.write(folder.resolve("a"), BYTES);

    assertThat(folder.resolve("a")).hasBinaryContent(BYTES);
    assertThat(files()).containsExactly(folder.resolve("a"));
  }

  @Test
  void fileIsAsReadableAsOthers() throws IOException {
    AtomicFile.write(folder.resolve("a"), BYTES);
    Files.write(folder.resolve("b"), BYTES);

    assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
        .isEqualTo(Files.getPosixFilePermissions(folder.resolve("b")));
  }

  @Test
  void unfinishedFileOfAnotherRunIsLeftAlone() throws IOException {
    Path unfinished = Files.writeString(folder.resolve(".a.0.part"), "half");

    AtomicFile.write(folder.resolve("a"), BYTES);

    assertThat(folder.resolve("a")).hasBinaryContent(BYTES);
    assertThat(unfinished).hasContent("half");
  }

  @Test
  void folderIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a"));

    assertThatThrownBy(() -> AtomicFile.write(target, BYTES))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not a file that can be written: path=");
    assertThat(files()).containsExactly(target);
  }

  @Test
  void missingFolderIsAnError() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none").resolve("a"), BYTES))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(files()).isEmpty();
  }
}
