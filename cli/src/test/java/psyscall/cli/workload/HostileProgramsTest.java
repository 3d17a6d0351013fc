package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.UnreadableInput;

/// Files that are no programs, or no files: each has one line that says what is wrong.
class HostileProgramsTest {
  private static final String BEGINNING = "{\"psyscall\": \"program\", \"version\": 1, ";

  @TempDir Path folder;

  static Stream<Arguments> texts() {
    String longest = "n".repeat(Located.TEXT_MAX + 1);
    return Stream.of(
        Arguments.of("", "line=1, not JSON: nothing is there"),
        Arguments.of("\n\n{", "line=3, not JSON: Unexpected end-of-input: expected close marker"),
        Arguments.of("[".repeat(100_000), "line=1, not JSON: Document nesting depth (33) exceeds"),
        Arguments.of("{\"a\": 1, \"a\": 2}", "line=1, not JSON: Duplicate field 'a'"),
        Arguments.of("[1, 2]", "line=1, not an object; give fields in braces"),
        Arguments.of(
            BEGINNING + "\"n\\nm\": 1}", "line=1, text with a control character: code=0xa"),
        Arguments.of(
            BEGINNING + "\"name\": \"\\u001b[31m\"}",
            "line=1, field=name, text with a control character: code=0x1b"),
        Arguments.of(
            BEGINNING + "\"name\": \"\\u202e\"}",
            "line=1, field=name, text with a control character: code=0x202e"),
        Arguments.of(
            BEGINNING + "\"name\": \"" + longest + "\"}",
            "line=1, field=name, text too long: length=1001, limit=1000"),
        Arguments.of(
            BEGINNING + "\"" + longest + "\": 1}",
            "line=1, text too long: length=1001, limit=1000"),
        Arguments.of("{\"version\": " + "9".repeat(2_000) + "}", "line=1, not JSON: Number value"),
        Arguments.of(
            " ".repeat(InputText.BYTES_MAX) + "{}",
            "line=1, too large: bytes=more than limit=1048576"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textThatIsNoProgramIsRefusedInOneLine(String text, String fault) throws IOException {
    refused(text.getBytes(StandardCharsets.UTF_8), fault);
  }

  private void refused(byte[] bytes, String fault) throws IOException {
    Path file = Files.write(folder.resolve("program.json"), bytes);

    assertThatThrownBy(() -> WorkloadFile.read(file))
        .isInstanceOfSatisfying(
            UnreadableInput.class,
            refusal -> {
              assertThat(refusal.exit()).isEqualTo(ExitCode.UNREADABLE);
              assertThat(refusal.text())
                  .startsWith("cannot read the program: file=" + file + ", " + fault)
                  .doesNotContain("\n", "StreamRead");
            });
  }

  @Test
  void bytesThatAreNotUtf8AreCounted() throws IOException {
    refused(new byte[] {'{', '\n', '"', (byte) 0xe9, '"'}, "line=2, not UTF-8: byte=3");
    refused(new byte[] {(byte) 0xff, (byte) 0xfe}, "line=1, not UTF-8: byte=0");
    refused(new byte[] {'[', (byte) 0xe2, (byte) 0x82}, "line=1, not UTF-8: byte=1");
  }

  @Test
  void byteOrderMarkIsNoPartOfTheText() throws Exception {
    assertThat(InputText.of("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{}");
  }

  @Test
  void folderIsNoFile() {
    assertThatThrownBy(() -> WorkloadFile.read(folder))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage("cannot read the program: file=%s, is a directory", folder);
  }

  @Test
  void endlessDeviceIsReadUpToTheLimit() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.isReadable(zero));

    assertThatThrownBy(() -> WorkloadFile.read(zero))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage(
            "cannot read the program: file=/dev/zero, line=1, too large: bytes=more than"
                + " limit=1048576");
  }
}
