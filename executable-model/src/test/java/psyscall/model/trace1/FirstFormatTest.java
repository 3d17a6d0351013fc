package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.model.trace1.EventType.BATCH;
import static psyscall.model.trace1.EventType.CPU_SAMPLE;
import static psyscall.model.trace1.EventType.FREQUENCY;
import static psyscall.model.trace1.EventType.GC_START;
import static psyscall.model.trace1.EventType.GO_BLOCK;
import static psyscall.model.trace1.EventType.GO_CREATE;
import static psyscall.model.trace1.EventType.GO_SCHED;
import static psyscall.model.trace1.EventType.GO_START;
import static psyscall.model.trace1.EventType.GO_START_LABEL;
import static psyscall.model.trace1.EventType.GO_START_LOCAL;
import static psyscall.model.trace1.EventType.GO_SYS_BLOCK;
import static psyscall.model.trace1.EventType.GO_SYS_CALL;
import static psyscall.model.trace1.EventType.GO_SYS_EXIT;
import static psyscall.model.trace1.EventType.GO_UNBLOCK;
import static psyscall.model.trace1.EventType.GO_WAITING;
import static psyscall.model.trace1.EventType.PROC_START;
import static psyscall.model.trace1.EventType.PROC_STOP;
import static psyscall.model.trace1.EventType.STACK;
import static psyscall.model.trace1.EventType.STRING;
import static psyscall.model.trace1.EventType.STW_DONE;
import static psyscall.model.trace1.EventType.STW_START;
import static psyscall.model.trace1.EventType.USER_LOG;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The first format, on traces written by hand.
class FirstFormatTest {
  private static final long NO_PROCESSOR = -1;

  private static TraceFault fault(WrittenTrace trace) {
    return Reading.of(trace).fault().orElseThrow();
  }

  @Test
  void eventsOfTwoPsAreMergedByTime() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(BATCH, 0, 100)
            .event(PROC_START, 1, 7)
            .event(PROC_STOP, 10)
            .event(BATCH, 1, 100)
            .event(PROC_START, 5, 8)
            .closed();

    assertThat(Reading.of(trace).events())
        .containsExactly("PROC_START p0 of 0 =7", "PROC_START p1 of 1 =8", "PROC_STOP p0 of 0");
  }

  @Test
  void numbersWinOverTimes() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(BATCH, 0, 100)
            .event(GO_START, 1, 5, 1)
            .event(GO_SYS_CALL, 1, 0)
            .event(BATCH, 1, 500)
            .event(GO_CREATE, 1, 5, 0, 0)
            .closed();

    Reading reading = Reading.of(trace);

    assertThat(reading.events())
        .containsExactly("GO_CREATE p1 of 5", "GO_START p0 of 5", "GO_SYSCALL_BEGIN p0 g5");
    assertThat(reading.warnings())
        .containsExactly("time runs backwards in the order of the events: count=1");
  }

  @Test
  void theGoroutineOfAPOutlivesItsBatch() {
    WrittenTrace trace =
        new WrittenTrace(8)
            .event(BATCH, 3, 100)
            .event(GO_CREATE, 1, 5, 0, 0)
            .event(GO_START_LABEL, 1, 5, 1, 0)
            .event(BATCH, 4, 200)
            .event(PROC_STOP, 1)
            .event(BATCH, 3, 300)
            .event(GO_SCHED, 1, 0)
            .event(GO_START_LOCAL, 1, 5)
            .closed();

    assertThat(Reading.of(trace).events())
        .containsExactly(
            "GO_CREATE p3 of 5",
            "GO_START p3 of 5",
            "PROC_STOP p4 of 4",
            "GO_STOP p3 g5",
            "GO_START p3 of 5");
  }

  @Test
  void theGlobalBufferHasNoP() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(BATCH, 0, 100)
            .event(GO_CREATE, 1, 5, 0, 0)
            .event(GO_WAITING, 1, 5)
            .event(BATCH, NO_PROCESSOR, 110)
            .event(GO_UNBLOCK, 1, 5, 2, 0)
            .closed();

    assertThat(Reading.of(trace).events()).endsWith("GO_UNBLOCK of 5");
  }

  @Test
  void theEndOfASystemCallStaysWhereItWasWritten() {
    WrittenTrace trace = throughASystemCall(new WrittenTrace(11)).closed();

    assertThat(Reading.of(trace).events())
        .endsWith(
            "GO_SYS_BLOCK p0 g5",
            "PROC_STOP p0 of 0",
            "GO_SYS_EXIT p1 of 5 =103",
            "GO_START p1 of 5");
  }

  private static WrittenTrace throughASystemCall(WrittenTrace trace) {
    return trace
        .event(BATCH, 0, 90)
        .event(GO_CREATE, 1, 5, 0, 0)
        .event(GO_START_LOCAL, 1, 5)
        .event(GO_SYS_CALL, 1, 0)
        .event(GO_SYS_BLOCK, 7)
        .event(PROC_STOP, 6)
        .event(BATCH, 1, 110)
        .event(GO_SYS_EXIT, 1, 5, 2, 103)
        .event(GO_START_LOCAL, 1, 5);
  }

  @Test
  void inThe15FormatNumbersAreCountedOverAllPs() {
    WrittenTrace trace =
        new WrittenTrace(5)
            .event(BATCH, 0, 1000, 100)
            .event(GO_CREATE, 0, 0, 5, 0, 0)
            .event(GO_START, 1, 1, 5)
            .event(GO_SYS_CALL, 1, 1, 0)
            .event(GO_SYS_BLOCK, 1, 1)
            .event(PROC_STOP, 2, 2)
            .event(BATCH, 1, 1006, 106)
            // Its own number is 1006, the call ended at 1004.
            .event(GO_SYS_EXIT, 0, 0, 5, 1004, 104)
            .event(GO_START, 1, 1, 5)
            .closed();

    Reading reading = Reading.of(trace);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.events())
        .endsWith(
            "GO_SYS_BLOCK p0 g5",
            "GO_SYS_EXIT p1 of 5 =104",
            "PROC_STOP p0 of 0",
            "GO_START p1 of 5");
  }

  @Test
  void inThe15FormatTimeMustNotRunBackwards() {
    WrittenTrace trace =
        new WrittenTrace(5)
            .event(BATCH, 0, 1000, 100)
            .event(PROC_START, 0, 0, 7)
            .event(BATCH, 1, 1001, 99)
            .event(PROC_START, 0, 0, 8)
            .closed();

    TraceFault fault = fault(trace);

    assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER);
    assertThat(fault)
        .hasMessage("time stamps out of order: byte=30, event=ProcStart, time=99, before=100");
  }

  @Test
  void aClockThatDoesNotRunIsRefusedWhereTimeIsTheOrder() {
    long[] still = {0, 0};

    assertThat(fault(new WrittenTrace(5).event(FREQUENCY, still)))
        .hasMessage("time stamps out of order: byte=16, frequency=0 of the clock, must be above 0");
    assertThat(Reading.of(new WrittenTrace(7).event(FREQUENCY, -1)).warnings())
        .containsExactly("the frequency of the clock is not positive: frequency=-1");
  }

  @Test
  void beforeGo110OnlyTheOutermostScanIsAStop() {
    WrittenTrace trace =
        new WrittenTrace(9)
            .event(BATCH, 0, 100)
            .event(STW_START, 1)
            .event(STW_DONE, 20)
            .event(STW_START, 20)
            .event(STW_DONE, 20)
            .event(BATCH, 1, 100)
            .event(STW_START, 5)
            .event(STW_DONE, 5)
            .closed();

    assertThat(Reading.of(trace).events())
        .containsExactly(
            "STW_BEGIN p0 =0",
            "OTHER p1",
            "OTHER p1",
            "STW_END p0",
            "STW_BEGIN p0 =0",
            "STW_END p0");
  }

  @Test
  void fromGo110OnStopsHaveAReason() throws TraceFault {
    WrittenTrace trace =
        new WrittenTrace(21)
            .event(BATCH, 0, 100)
            .event(STW_START, 1, 9)
            .event(STW_DONE, 20)
            .closed();

    assertThat(Reading.of(trace).events()).containsExactly("STW_BEGIN p0 =9", "STW_END p0");
    assertThat(StopReasons.text(21, 9)).contains("GOMAXPROCS");
    assertThat(StopReasons.text(11, 1)).contains("GC sweep termination");
    assertThat(StopReasons.text(11, 9)).isEqualTo(Optional.empty());
  }

  @Test
  void stringsStacksLogsAndSamplesArePassedOver() {
    WrittenTrace trace =
        new WrittenTrace(19)
            .event(BATCH, 0, 100)
            .raw(STRING.code())
            .number(4)
            .text("a label")
            .event(PROC_START, 1, 7)
            .event(CPU_SAMPLE, 1, 90, 3, 5, 0)
            .lengthened(STACK, 9, 1, 0x401000, 4, 4, 12)
            .lengthened(USER_LOG, 1, 2, 3, 0)
            .text("said")
            .event(PROC_STOP, 1)
            .closed()
            .lengthened(STACK, 10, 0);

    Reading reading = Reading.of(trace);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.events())
        .containsExactly("PROC_START p0 of 0 =7", "OTHER p0", "PROC_STOP p0 of 0");
  }

  @Test
  void theLengthFormIsAllowedForFewNumbersToo() {
    WrittenTrace trace =
        new WrittenTrace(7).event(BATCH, 0, 100).lengthened(PROC_START, 1, 7).closed();

    assertThat(Reading.of(trace).events()).containsExactly("PROC_START p0 of 0 =7");
  }

  @Test
  void whoWaitsForWhomIsTold() {
    WrittenTrace trace =
        new WrittenTrace(11)
            .event(BATCH, 0, 100)
            .event(GO_START, 1, 5, 1)
            .event(BATCH, 1, 90)
            .event(GO_CREATE, 1, 6, 0, 0)
            .event(GO_UNBLOCK, 1, 6, 4, 0)
            .event(BATCH, 2, 200)
            .event(GC_START, 1, 3, 0)
            .closed();

    TraceFault fault = fault(trace);

    assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER);
    assertThat(fault)
        .hasMessage(
            "no consistent order of the events:"
                + " P 1 at byte 32 is GoUnblock and waits for goroutine 6 to be waiting with number"
                + " 4, which is runnable with number 1;"
                + " P 0 at byte 19 is GoStart and waits for goroutine 5 to be runnable with number"
                + " 1, which was never created (no GoCreate);"
                + " P 2 at byte 42 is GCStart and waits for the collector with number 3, which has"
                + " number 0");
    assertThat(fault.position()).isEqualTo(32);
  }

  @Test
  void aGoroutineBlocksOnlyWhileItRuns() {
    WrittenTrace trace = new WrittenTrace(11).event(BATCH, 0, 100).event(GO_BLOCK, 1, 0).closed();

    assertThat(fault(trace))
        .hasMessageContaining("GoBlock and waits for goroutine 0 to be running, which was never");
  }
}
