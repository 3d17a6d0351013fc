package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Traces that end too early, at each of their bytes.
class CutOffTracesTest {
  private static final long LIMIT = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "go1.5.4-preempt-p2, 60",
    "go1.6.4-block-p2, 424",
    "go1.7.6-preempt-p2, 64",
    "go1.10.8-block-p2, 388",
    "go1.19.13-lockos-p2, 310",
    "go1.21.13-preempt-p2, 56"
  })
  void whatIsDeliveredIsABeginningOfEachP(String name, int events) throws IOException {
    byte[] bytes = Files.readAllBytes(Reading.TRACES.resolve("releases").resolve(name + ".trace"));
    Map<Long, List<Long>> whole = positionsOfEachP(Reading.of(bytes, LIMIT));
    int faults = 0;
    int most = 0;
    for (int length = 16; length < bytes.length; length++) {
      Reading cut = Reading.of(Arrays.copyOf(bytes, length), LIMIT);
      int bytesThere = length;
      cut.fault().ifPresent(fault -> assertCutOff(fault, bytesThere));
      if (cut.fault().isPresent()) {
        faults++;
        most = Math.max(most, cut.events().size());
      } else {
        // Only stacks and their strings are missing, of which nothing is told.
        assertThat(cut.events()).as("length %d", length).hasSize(events);
      }
      assertThat(positionsOfEachP(cut))
          .as("length %d", length)
          .allSatisfy(
              (processor, positions) ->
                  assertThat(whole.get(processor)).startsWith(positions.toArray(Long[]::new)));
    }

    assertThat(most).isEqualTo(events);
    assertThat(faults).isGreaterThan(bytes.length / 2);
  }

  private static void assertCutOff(TraceFault fault, int length) {
    assertThat(fault.trouble()).as("length %d", length).isEqualTo(Trouble.CUT_OFF);
    assertThat(fault.position()).isBetween(16L, (long) length);
  }

  private static Map<Long, List<Long>> positionsOfEachP(Reading reading) {
    Map<Long, List<Long>> all = new HashMap<>();
    for (int i = 0; i < reading.events().size(); i++) {
      all.computeIfAbsent(reading.processors().get(i), _ -> new ArrayList<>())
          .add(reading.positions().get(i));
    }
    return all;
  }

  /// P 0 may have gone on after its last event, so what P 1 does later is not told.
  @Test
  void aPThatMayHaveGoneOnEndsTheOrder() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(EventType.BATCH, 0, 100)
            .event(EventType.PROC_START, 1, 7)
            .event(EventType.BATCH, 1, 150)
            .event(EventType.PROC_START, 1, 8)
            .event(EventType.PROC_STOP, 1);

    assertThat(Reading.of(trace).events()).containsExactly("PROC_START p0 of 0 =7");
    assertThat(Reading.of(trace).fault().orElseThrow())
        .hasMessage("the trace is cut off: byte=31, events=1, no Frequency event");
  }

  @Test
  void aPThatStoppedDoesNot() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(EventType.BATCH, 0, 100)
            .event(EventType.PROC_START, 1, 7)
            .event(EventType.PROC_STOP, 1)
            .event(EventType.BATCH, 1, 150)
            .event(EventType.PROC_START, 1, 8)
            .event(EventType.PROC_STOP, 1)
            .event(EventType.PROC_STOP, 1L << 40);
    byte[] torn = Arrays.copyOf(trace.bytes(), trace.bytes().length - 1);

    assertThat(Reading.of(torn, LIMIT).events()).hasSize(4);
    assertThat(Reading.of(torn, LIMIT).fault().orElseThrow())
        .hasMessage("the trace is cut off: byte=33, events=4, the file ends inside an event");
  }

  /// The number 1001 is of no event of the file.
  @Test
  void inThe15FormatAMissingNumberEndsTheOrder() {
    WrittenTrace trace =
        new WrittenTrace(5)
            .event(EventType.BATCH, 0, 1000, 100)
            .event(EventType.PROC_START, 0, 0, 7)
            .event(EventType.PROC_STOP, 2, 2);

    assertThat(Reading.of(trace).events()).containsExactly("PROC_START p0 of 0 =7");
    assertThat(Reading.of(trace).fault().orElseThrow().trouble()).isEqualTo(Trouble.CUT_OFF);
    assertThat(Reading.of(trace.closed()).events()).hasSize(2);
  }
}
