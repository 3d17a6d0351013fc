package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.model.trace1.EventType.BATCH;
import static psyscall.model.trace1.EventType.GO_START_LABEL;
import static psyscall.model.trace1.EventType.PROC_START;
import static psyscall.model.trace1.EventType.STACK;
import static psyscall.model.trace1.EventType.STRING;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Bytes that are no events of the first format.
class MalformedTracesTest {
  private static TraceFault fault(WrittenTrace trace) {
    return Reading.of(trace).fault().orElseThrow();
  }

  @Test
  void typesOfLaterFormatsAreUnknown() {
    TraceFault fault =
        fault(new WrittenTrace(7).event(BATCH, 0, 100).event(GO_START_LABEL, 1, 5, 1, 0));

    assertThat(fault.trouble()).isEqualTo(Trouble.NOT_A_TRACE);
    assertThat(fault).hasMessage("no trace from here on: byte=19, unknown type of event: type=41");
    assertThat(fault.position()).isEqualTo(19);
  }

  @Test
  void anEventHasTheNumbersOfItsType() {
    assertThat(fault(new WrittenTrace(11).event(PROC_START, 1)))
        .hasMessageContaining("wrong number of arguments: event=ProcStart, has=2, found=1");
    assertThat(fault(new WrittenTrace(11).lengthened(PROC_START, 1, 2, 3)))
        .hasMessageContaining("wrong number of arguments: event=ProcStart, has=2, found=2");
    assertThat(fault(new WrittenTrace(11).raw(5 | 3 << 6).number(1L << 63)))
        .hasMessageContaining("event too long: length=9223372036854775808");
  }

  @Test
  void numbersHaveTenBytesAtMost() {
    WrittenTrace trace = new WrittenTrace(11).raw(6);
    for (int i = 0; i < 11; i++) {
      trace.raw(0x80);
    }

    assertThat(fault(trace)).hasMessageContaining("number of more than 10 bytes");
  }

  @Test
  void textsAndStacksAreLimited() {
    assertThat(fault(new WrittenTrace(11).raw(STRING.code(), 0, 1, 'a')))
        .hasMessageContaining("string with number 0");
    assertThat(fault(new WrittenTrace(11).raw(STRING.code(), 1, 1, 'a', STRING.code(), 1, 1, 'b')))
        .hasMessageContaining("byte=20, second string of a number: number=1");
    assertThat(fault(new WrittenTrace(11).raw(STRING.code(), 1, 0)))
        .hasMessageContaining("text of a wrong length: length=0");
    assertThat(fault(new WrittenTrace(11).raw(STRING.code(), 1).number(1_000_001)))
        .hasMessageContaining("text of a wrong length: length=1000001");
    assertThat(fault(new WrittenTrace(11).raw(STACK.code() | 3 << 6, 4, 1, 0xe9, 0x07, 0)))
        .hasMessageContaining("too many frames: frames=1001");
    assertThat(fault(new WrittenTrace(11).lengthened(STACK, 1, 2, 0, 0, 0, 0)))
        .hasMessageContaining("wrong length: event=Stack, frames=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"go 1.6 trace", "go 1.22 trace", "go 1.5  trace", "go 2.7 trace", "gotrace"})
  void otherHeadersAreRefused(String header) {
    byte[] bytes = (header + "\0".repeat(16 - header.length())).getBytes(StandardCharsets.UTF_8);

    assertThat(Reading.of(bytes, 1000).fault().orElseThrow().trouble())
        .isEqualTo(Trouble.NOT_A_TRACE);
  }

  @Test
  void anEmptyTraceIsCutOff() {
    assertThat(fault(new WrittenTrace(11)))
        .hasMessage("the trace is cut off: byte=16, events=0, no Frequency event");
    assertThat(Reading.of(new WrittenTrace(11).closed()).summary()).isEqualTo("0 events");
  }
}
