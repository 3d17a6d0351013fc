package psyscall.model.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.Format.Family;
import psyscall.model.observe.TraceFault.Trouble;

class HeaderTest {
  @ParameterizedTest
  @ValueSource(ints = {5, 7, 8, 9, 10, 11, 19, 21})
  void formatsBefore22AreStreamsOfProcessors(int minor) {
    assertThat(Header.of(file("go 1.%d trace".formatted(minor))))
        .contains(new Format(Family.GO_BY_PROCESSOR, minor));
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 23, 25, 26})
  void formatsFrom22OnAreStreamsOfThreads(int minor) {
    assertThat(Header.of(file("go 1.%d trace".formatted(minor))))
        .contains(new Format(Family.GO_BY_THREAD, minor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "go 1.22",
        "go 1.22 trace\1",
        "go 1. trace",
        "go 1.6 trace",
        "go 1.12 trace",
        "go 1.27 trace",
        "go 2.22 trace",
        "go 1.0022 trace",
        "go 1.-5 trace",
        "{\"event\": 1}"
      })
  void otherFilesHaveNoFormat(String begin) {
    MemorySegment file = file(begin);

    assertThat(Header.of(file)).isEmpty();
    assertThat(Header.refused(file).trouble()).isEqualTo(Trouble.NOT_A_TRACE);
  }

  @Test
  void aRefusalSaysWhatIsThere() {
    assertThat(Header.refused(file("go 1.27 trace")))
        .hasMessage(
            "unknown format of trace: header=\"go 1.27 trace\","
                + " known=[1.5, 1.7 to 1.11, 1.19, 1.21 to 1.23, 1.25, 1.26]");
    assertThat(Header.refused(file("go 1.22 trace").asSlice(0, 15)))
        .hasMessage("no execution trace: bytes=15, a header has 16");
    assertThat(Header.refused(file("something else")))
        .hasMessage("no execution trace: the file does not begin with \"go 1.N trace\"");
  }

  private static MemorySegment file(String begin) {
    byte[] text = begin.getBytes(StandardCharsets.ISO_8859_1);
    return MemorySegment.ofArray(Arrays.copyOf(text, 40)).asSlice(0, 16);
  }
}
