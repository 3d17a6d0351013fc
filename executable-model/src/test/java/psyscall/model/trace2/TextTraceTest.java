package psyscall.model.trace2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

class TextTraceTest {
  @Test
  void eachLineBecomesItsBytes() throws TraceFault {
    TextTrace trace =
        parse(
            """
            -- expect --
            FAILURE "some reason"
            -- trace --
            # a comment
            Trace Go1.23

            EventBatch gen=1 m=18446744073709551615 time=300 size=9 # another
            Stacks
            Stack id=1 nframes=1
            \tpc=1 func=2 file=3 line=4
            ProcStart dt=1 p=0 p_seq=128
            String id=5
            \tdata="a\\n\\x41\\u00e4\\""
            ExperimentalBatch exp=1 gen=1 m=0 time=0
            \tdata=`\\x`
            """);

    assertThat(trace.failure()).contains("FAILURE \"some reason\"");
    assertThat(HexFormat.of().formatHex(trace.bytes().toArray(ValueLayout.JAVA_BYTE)))
        .isEqualTo(
            HexFormat.of().formatHex("go 1.23 trace\0\0\0".getBytes(StandardCharsets.US_ASCII))
                + "0101ffffffffffffffffff01ac0209"
                + "02"
                + "03010101020304"
                + "0a01008001"
                + "050506610a41c3a422"
                + "3101010000025c78");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Trace Go1.12|0|no trace of a known format: line=\"Trace Go1.N\"",
        "Trace Go1.22;GoSwitch dt=0 g=1 g_seq=1|13|no event of this release has this name",
        "Trace Go1.22;ProcStop|13|wrong number of arguments: has=0, needs=[dt]",
        "Trace Go1.22;ProcStop time=0|13|argument expected: name=dt",
        "Trace Go1.22;ProcStop dt=18446744073709551616|13|no number of 64 bits: argument=dt",
        "Trace Go1.22;String id=1|29|the text ends before the data of an event",
        "Trace Go1.22;String id=1;data='x'|25|no text as Go quotes it",
        "Trace Go1.22;Stack id=1 nframes=70000|13|stack too deep: limit=65536"
      },
      quoteCharacter = '`')
  void whatIsNotWellFormedIsToldWithItsLine(String text, int position, String message) {
    String lines = text.replace(';', '\n') + "\n";

    assertThatThrownBy(() -> parse(lines))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            TraceFault.class,
            fault -> {
              assertThat(fault.trouble()).isEqualTo(Trouble.NOT_A_TRACE);
              assertThat(fault.position()).isEqualTo(Math.min(position, lines.length()));
            });
  }

  @Test
  void textsAreKnownByTheirFirstLine() {
    assertThat(TextTrace.isText(bytes("Trace Go1.22\n"))).isTrue();
    assertThat(TextTrace.isText(bytes("-- expect --\nSUCCESS\n"))).isTrue();
    assertThat(TextTrace.isText(bytes("go 1.22 trace\0\0\0"))).isFalse();
    assertThat(TextTrace.isText(bytes("Tr"))).isFalse();
  }

  @Test
  void aTextIsNotReadWithoutTheMemoryForIt() {
    MemorySegment text = bytes("Trace Go1.22\n".repeat(100));

    assertThatThrownBy(() -> TextTrace.parse(text, new MemoryAllowance(1000)))
        .isInstanceOfSatisfying(
            TraceFault.class, fault -> assertThat(fault.trouble()).isEqualTo(Trouble.MEMORY));
  }

  private static TextTrace parse(String text) throws TraceFault {
    return TextTrace.parse(bytes(text), new MemoryAllowance(Recorded.PLENTY));
  }

  private static MemorySegment bytes(String text) {
    return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
  }
}
