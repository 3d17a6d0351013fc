package psyscall.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.session.EnvironmentFailure;

class TraceFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void fileIsWhatItWasUntilAllOfItIsWritten() throws IOException {
    Path place = Files.writeString(folder.resolve("f"), "before");

    try (TraceFile file = TraceFile.at(place)) {
      assertThat(place).hasContent("before");
      file.write("after");
    }

    assertThat(place).hasContent("after");
    assertThat(folder).isDirectoryContaining(place::equals).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void fileThatIsNotWrittenIsNotThere() {
    TraceFile.at(folder.resolve("f")).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void linkIsFollowed() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    try (TraceFile file = TraceFile.at(link)) {
      file.write("after");
    }

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("after");
  }

  @Test
  void folderIsRefusedBeforeTheSearch() {
    assertThatThrownBy(() -> TraceFile.at(folder))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage("cannot write the trace: file=" + folder + ", is not a regular file");
  }

  @Test
  void placeBelowAFileIsRefusedBeforeTheSearch() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "");

    assertThatThrownBy(() -> TraceFile.at(file.resolve("g")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("cannot write the trace: file=" + file.resolve("g") + ", ");
  }
}
