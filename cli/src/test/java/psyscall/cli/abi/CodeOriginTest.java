package psyscall.cli.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOriginTest {
  @TempDir private Path folder = Path.of("");

  private Path file() throws IOException {
    return Files.createDirectories(folder.resolve("src/runtime")).resolve("f.s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.26.8\ntime 2026-08-28T16:20:06Z\n", "\ngo1.26.8", "go1.26.8 X:some"})
  void fileOfAGoTreeHasItsRelease(String version) throws IOException {
    Files.writeString(folder.resolve("VERSION"), version);

    assertThat(CodeOrigin.of(file()).release()).contains("1.26.8");
    assertThat(CodeOrigin.of(file()).key()).isEqualTo("1.26.8");
    assertThat(CodeOrigin.of(file()).tail(1)).isEqualTo("1.26.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.26.8", "devel go1.27-abc", "go", "go1.26.8\u001b[31m"})
  void otherFileHasItsName(String version) throws IOException {
    Files.writeString(folder.resolve("VERSION"), version);

    assertThat(CodeOrigin.of(file()).release()).isEmpty();
    assertThat(CodeOrigin.of(file()).tail(1)).isEqualTo("f.s");
    assertThat(CodeOrigin.of(file()).key()).isEqualTo(file().toString());
  }

  @Test
  void folderWithoutSourcesIsNoTree() throws IOException {
    Files.writeString(folder.resolve("VERSION"), "go1.26.8\n");

    assertThat(CodeOrigin.of(folder.resolve("f.s")).release()).isEmpty();
  }
}
