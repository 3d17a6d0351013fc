package psyscall.model.trace1;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// Traces that ask for too much.
class HostileTracesTest {
  private static final int MANY = 60_000;
  private static final long LIMIT = 64 << 20;

  /// Each P waits for a number of the same goroutine, or for the goroutine to wait. Asking all of
  /// them after each event would take billions of steps.
  @Test
  @Timeout(value = 30, unit = SECONDS)
  void manyPsMayWaitForOneGoroutine() {
    WrittenTrace trace = new WrittenTrace(11);
    for (int p = 1; p <= MANY; p++) {
      trace.event(EventType.BATCH, p, 100);
      if (p % 2 == 0) {
        trace.event(EventType.GO_UNBLOCK_LOCAL, p, 5, 0);
      } else {
        trace.event(EventType.GO_START, p, 5, MANY + 1 - p);
        trace.event(EventType.GO_BLOCK, 1, 0);
      }
    }
    trace.event(EventType.BATCH, 0, 1000).event(EventType.GO_CREATE, 1, 5, 0, 0).closed();

    Reading reading = Reading.of(trace.bytes(), LIMIT);

    // The numbers from 2 on are even only: start 2 needs the number 2, which an unblocking gives.
    assertThat(reading.fault().orElseThrow().trouble()).isEqualTo(Trouble.NO_ORDER);
    assertThat(reading.events()).hasSize(1);
    assertThat(reading.fault().orElseThrow().getMessage()).hasSizeLessThan(2000);
  }

  /// As before, but with an order: the last P starts the goroutine first.
  @Test
  @Timeout(value = 30, unit = SECONDS)
  void manyPsMayRunOneGoroutineInTurn() {
    WrittenTrace trace = new WrittenTrace(11);
    for (int p = 1; p <= MANY; p++) {
      trace.event(EventType.BATCH, p, 100);
      trace.event(EventType.GO_START, p, 5, MANY + 1 - p);
      trace.event(EventType.GO_SCHED, 1, 0);
    }
    trace.event(EventType.BATCH, 0, 1000).event(EventType.GO_CREATE, 1, 5, 0, 0).closed();

    Reading reading = Reading.of(trace.bytes(), LIMIT);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.events()).hasSize(2 * MANY + 1);
    assertThat(reading.events().get(1)).isEqualTo("GO_START p60000 of 5");
    assertThat(reading.events().getLast()).isEqualTo("GO_STOP p1 g5");
  }

  @Test
  void psByTheThousandAreRefusedWhenMemoryEnds() {
    WrittenTrace trace = new WrittenTrace(11);
    for (int p = 1; p <= MANY; p++) {
      trace.event(EventType.BATCH, p, 100).event(EventType.PROC_STOP, 1);
    }

    TraceFault fault = Reading.of(trace.closed().bytes(), 1 << 20).fault().orElseThrow();

    assertThat(fault.trouble()).isEqualTo(Trouble.MEMORY);
    assertThat(fault).hasMessageStartingWith("memory limit reached: limit=1048576 bytes");
  }

  @Test
  void goroutinesByTheThousandAreRefusedWhenMemoryEnds() {
    WrittenTrace trace = new WrittenTrace(11).event(EventType.BATCH, 0, 100);
    for (long g = 1; g <= MANY; g++) {
      trace.event(EventType.GO_CREATE, 1, g << 40, 0, 0);
    }

    Reading reading = Reading.of(trace.closed().bytes(), 1 << 20);

    assertThat(reading.fault().orElseThrow().trouble()).isEqualTo(Trouble.MEMORY);
    assertThat(reading.events()).hasSizeGreaterThan(10_000);
    assertThat(reading.used()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void movedEndsOfSystemCallsAreRefusedWhenMemoryEnds() {
    WrittenTrace trace = new WrittenTrace(5).event(EventType.BATCH, 0, 1000, 100);
    for (long g = 1; g <= MANY; g++) {
      trace.event(EventType.GO_SYS_EXIT, 2, 1, g, 1000 + 2 * g, 0);
    }

    TraceFault fault = Reading.of(trace.closed().bytes(), 1 << 20).fault().orElseThrow();

    assertThat(fault.trouble()).isEqualTo(Trouble.MEMORY);
  }

  /// Goroutine and P numbers of 64 bits are numbers like others.
  @Test
  void idsAreAnySixtyFourBits() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(EventType.BATCH, Long.MIN_VALUE, 100)
            .event(EventType.GO_CREATE, 1, -2, 0, 0)
            .event(EventType.GO_START, 1, -2, 1)
            .event(EventType.GO_SCHED, Long.MAX_VALUE, 0)
            .closed();

    Reading reading = Reading.of(trace);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.events())
        .endsWith("GO_START p-9223372036854775808 of -2", "GO_STOP p-9223372036854775808 g-2");
    assertThat(reading.warnings()).hasSize(1);
  }
}
