package psyscall.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final byte[] FRESH = "fresh".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void fileIsAsItWasUntilItIsKept() throws IOException {
    Path place = Files.writeString(folder.resolve("log"), "old");

    try (OutputFile file = OutputFile.at("events", place)) {
      file.write(FRESH, 0, FRESH.length);
      assertThat(place).hasContent("old");
    }

    assertThat(place).hasContent("old");
    assertNothingElseThan(place);
  }

  @Test
  void fileThatIsKeptIsWhole() throws IOException {
    Path place = folder.resolve("log");

    try (OutputFile file = OutputFile.at("events", place)) {
      file.write('a');
      file.write(FRESH, 0, FRESH.length);
      file.keep();
    }

    assertThat(place).hasContent("afresh");
    assertNothingElseThan(place);
  }

  @Test
  void linkStaysALink() throws IOException {
    Path place = Files.writeString(folder.resolve("log"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), place);

    try (OutputFile file = OutputFile.at("events", link)) {
      file.write(FRESH, 0, FRESH.length);
      file.keep();
    }

    assertThat(link).isSymbolicLink();
    assertThat(place).hasContent("fresh");
  }

  @Test
  void whatIsNoRegularFileIsWrittenWhereItIs() {
    Path full = Path.of("/dev/full");

    assertThatThrownBy(
            () -> {
              try (OutputFile file = OutputFile.at("events", full)) {
                file.write(FRESH, 0, FRESH.length);
                file.keep();
              }
            })
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("cannot write the events: file=/dev/full, no space left");
  }

  private void assertNothingElseThan(Path place) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(place);
    }
  }
}
