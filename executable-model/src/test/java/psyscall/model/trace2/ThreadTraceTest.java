package psyscall.model.trace2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Format;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

class ThreadTraceTest {
  static List<String> recorded() throws IOException {
    return Recorded.names();
  }

  @Test
  void allRecordedTracesAreThere() throws IOException {
    assertThat(recorded()).hasSize(54);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void recordedTracesAreReadToTheirEnd(String name) throws IOException, TraceFault {
    byte[] bytes = Recorded.bytes(name);
    EventSource source = Recorded.open(bytes);

    Map<Kind, Integer> counts = Recorded.counts(source);

    // Who left a system call without the P lost it to a thief, or gave it back.
    int begun = counts.getOrDefault(Kind.GO_SYSCALL_BEGIN, 0);
    int ended =
        counts.getOrDefault(Kind.GO_SYSCALL_END, 0)
            + counts.getOrDefault(Kind.GO_SYSCALL_END_BLOCKED, 0);
    assertThat(begun - ended).isBetween(-3, 3);
    assertThat(source.bytesDone()).isEqualTo(bytes.length);
    assertThat(source.format().family()).isEqualTo(Format.Family.GO_BY_THREAD);
  }

  @ParameterizedTest
  @CsvSource({
    "aba, 12988, 4801, 3737, 1064, 1064, 1131, 1",
    "gcstw, 1603, 245, 37, 208, 206, 238, 19",
    "getpid, 16045, 8001, 8001, 0, 0, 1, 1",
    "lockos, 420, 81, 77, 4, 4, 49, 1",
    "pipe, 1016, 61, 51, 10, 10, 23, 1",
    "signal, 275, 22, 1, 20, 0, 53, 1"
  })
  void countsOfGo122AreThoseOfItsOwnReader(
      String scenario,
      int events,
      int begun,
      int ended,
      int blocked,
      int stolen,
      int started,
      int stops)
      throws IOException, TraceFault {
    Map<Kind, Integer> counts =
        Recorded.counts(Recorded.open(Recorded.bytes("v2/go122-%s-p2.trace".formatted(scenario))));

    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(events);
    assertThat(counts.getOrDefault(Kind.GO_SYSCALL_BEGIN, 0)).isEqualTo(begun);
    assertThat(counts.getOrDefault(Kind.GO_SYSCALL_END, 0)).isEqualTo(ended);
    assertThat(counts.getOrDefault(Kind.GO_SYSCALL_END_BLOCKED, 0)).isEqualTo(blocked);
    assertThat(counts.getOrDefault(Kind.PROC_STEAL, 0)).isEqualTo(stolen);
    assertThat(counts.getOrDefault(Kind.PROC_START, 0)).isEqualTo(started);
    assertThat(counts.getOrDefault(Kind.STW_BEGIN, 0)).isEqualTo(stops);
  }

  @Test
  void anEventTellsItsThreadProcessorAndGoroutine() throws TraceFault {
    EventSource source =
        new TraceText(26)
            .clock(7)
            .batch(
                7,
                100,
                50,
                "ProcStatus dt=1 p=3 pstatus=1",
                "GoStatus dt=2 g=9 m=100 gstatus=2",
                "GoSyscallBegin dt=4 p_seq=1 stack=0",
                "GoSyscallEnd dt=1",
                "STWBegin dt=1 kind_string=1 stack=0")
            .texts(7, "GOMAXPROCS")
            .end()
            .open();

    assertThat(lines(source))
        .containsExactly(
            "1 PROC_STATUS at=51 gen=7 m=100 p=-1 g=-1 about=3 1 -1",
            "2 GO_STATUS at=53 gen=7 m=100 p=3 g=-1 about=9 2 100",
            "3 GO_SYSCALL_BEGIN at=57 gen=7 m=100 p=3 g=9 about=-1 1 1",
            "4 GO_SYSCALL_END at=58 gen=7 m=100 p=3 g=9 about=-1 -1 -1",
            "5 STW_BEGIN at=59 gen=7 m=100 p=3 g=9 about=-1 1 -1");
    assertThat(source.text(2)).isEmpty();
  }

  @Test
  void textsAreThoseOfTheGeneration() throws TraceFault {
    EventSource source =
        new TraceText(22)
            .batch(1, 5, 1, "STWBegin dt=0 kind_string=1 stack=0")
            .clock(1)
            .texts(1, "first \\u00e4")
            .batch(2, 5, 2, "STWBegin dt=0 kind_string=1 stack=0")
            .clock(2)
            .texts(2, "second")
            .open();
    TraceEvent event = new TraceEvent();

    assertThat(source.next(event)).isTrue();
    assertThat(source.text(event.value())).contains("first ä");
    assertThat(source.next(event)).isTrue();
    assertThat(source.text(event.value())).contains("second");
    assertThat(source.next(event)).isFalse();
    assertThat(source.next(event)).isFalse();
  }

  /// The times lie: the thief's is the earliest.
  @Test
  void numbersOrderNotTimes() throws TraceFault {
    EventSource source =
        new TraceText(23)
            .batch(1, 8, 5, "ProcSteal dt=0 p=0 p_seq=2 m=7", "ProcStart dt=0 p=0 p_seq=3")
            .batch(
                1,
                7,
                90,
                "ProcStatus dt=0 p=0 pstatus=1",
                "GoStatus dt=0 g=1 m=7 gstatus=2",
                "GoSyscallBegin dt=0 p_seq=1 stack=0",
                "GoSyscallEndBlocked dt=0")
            .clock(1)
            .open();

    List<String> lines = lines(source);

    assertThat(lines)
        .extracting(line -> line.replaceFirst("^[0-9]+ ([A-Z_]+) .*", "$1"))
        .startsWith("PROC_STATUS", "GO_STATUS", "GO_SYSCALL_BEGIN", "PROC_STEAL")
        .contains("PROC_START", "GO_SYSCALL_END_BLOCKED");
    assertThat(source.warnings())
        .containsExactly(
            "time runs backwards: events=1",
            "events that are earlier than what they follow: events=2");
  }

  @Test
  void whatNoOrderAllowsIsToldOfEachThread() throws TraceFault {
    EventSource source =
        new TraceText(23)
            .batch(1, 7, 0, "ProcStatus dt=0 p=0 pstatus=1", "GoStart dt=0 g=4 g_seq=1")
            .batch(1, 8, 0, "ProcStart dt=0 p=0 p_seq=9")
            .clock(1)
            .texts(1)
            .open();
    TraceEvent event = new TraceEvent();

    assertThat(source.next(event)).isTrue();
    assertThatThrownBy(() -> source.next(event))
        .isInstanceOfSatisfying(
            TraceFault.class,
            fault -> {
              assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER);
              assertThat(fault.position()).isEqualTo(25);
            })
        .hasMessage(
            "no order of the events left is possible: generation=1;"
                + " thread=7 at byte 25: GoStart goroutine=4 number=1, which is unknown with"
                + " number=0; thread=8 at byte 34: ProcStart P=0 number=9, which is running with"
                + " number=0");
    assertThatThrownBy(() -> source.next(event)).isInstanceOf(TraceFault.class);
  }

  @Test
  void numbersBeginAgainInEachGeneration() throws TraceFault {
    EventSource source =
        new TraceText(23)
            .batch(1, 7, 1, "ProcStatus dt=0 p=0 pstatus=2", "ProcStart dt=0 p=0 p_seq=1")
            .clock(1)
            .texts(1)
            .batch(2, 7, 2, "ProcStop dt=0", "ProcStart dt=0 p=0 p_seq=2")
            .clock(2)
            .texts(2)
            .open();
    TraceEvent event = new TraceEvent();
    for (int delivered = 0; delivered < 3; delivered++) {
      assertThat(source.next(event)).isTrue();
    }

    TraceFault fault = catchThrowableOfType(TraceFault.class, () -> source.next(event));

    assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "releases/go1.22.12-preempt-p2.trace",
        "releases/go1.25.6-preempt-p2.trace",
        "releases/go1.26.8-preempt-p2.trace"
      })
  void aTraceThatIsCutOffIsDeliveredUpToThere(String name) throws IOException, TraceFault {
    byte[] bytes = Recorded.bytes(name);
    List<Long> all = new ArrayList<>();
    assertThat(read(bytes, all)).isEqualTo(bytes.length);

    int before = 0;
    for (int length = 16; length < bytes.length; length++) {
      List<Long> delivered = new ArrayList<>();
      long good = read(Arrays.copyOf(bytes, length), delivered);

      assertThat(good).as("length=%d", length).isBetween(16L, (long) length);
      assertThat(delivered).as("length=%d", length).hasSizeGreaterThanOrEqualTo(before);
      assertThat(delivered)
          .as("length=%d", length)
          .containsAll(all.stream().filter(position -> position < good).toList());
      before = delivered.size();
    }
    assertThat(before).isEqualTo(all.size());
  }

  /// The places of the events that are delivered; returns up to where the trace is good.
  private static long read(byte[] bytes, List<Long> positions) throws TraceFault {
    EventSource source = Recorded.open(bytes);
    TraceEvent event = new TraceEvent();
    try {
      while (source.next(event)) {
        positions.add(event.position());
      }
      return bytes.length;
    } catch (TraceFault fault) {
      assertThat(fault.trouble())
          .as("length=%d: %s", bytes.length, fault.getMessage())
          .isEqualTo(Trouble.CUT_OFF);
      return fault.position();
    }
  }

  @Test
  void badBytesAreToldWithTheirPlace() throws TraceFault {
    byte[] bytes =
        new TraceText(22).batch(1, 7, 0, "ProcStop dt=0", "ProcStop dt=0").clock(1).bytes();
    bytes[23] = 47;
    EventSource source = Recorded.open(bytes);
    TraceEvent event = new TraceEvent();

    assertThat(source.next(event)).isTrue();
    assertThatThrownBy(() -> source.next(event))
        .isInstanceOfSatisfying(
            TraceFault.class, fault -> assertThat(fault.position()).isEqualTo(23))
        .hasMessage("no event of this release begins with this byte: byte=47, thread=7");
  }

  @Test
  void tracesByProcessorsAreNotRead() throws IOException {
    byte[] bytes = Recorded.bytes("v1/go119-preempt-p2.trace");

    assertThatThrownBy(() -> Recorded.open(bytes))
        .hasMessage("a trace by Ps, not by threads: header=\"go 1.19 trace\"");
  }

  @Test
  void threadsByTheMillionReachTheLimit() throws TraceFault {
    TraceText text = new TraceText(22);
    LongStream.range(0, 20_000).forEach(thread -> text.batch(1, thread, 0, "ProcStop dt=0"));
    MemoryAllowance allowance = new MemoryAllowance(100_000);
    EventSource source = ThreadTrace.open(MemorySegment.ofArray(text.bytes()), allowance);

    assertThatThrownBy(() -> source.next(new TraceEvent()))
        .isInstanceOfSatisfying(
            TraceFault.class, fault -> assertThat(fault.trouble()).isEqualTo(Trouble.MEMORY));
    assertThat(allowance.used()).isBetween(50_000L, 100_000L);
  }

  /// Each of many threads waits for a goroutine of its own: nobody may be asked in vain each time.
  @Test
  @Timeout(60)
  void manyWhoWaitCostLittle() throws TraceFault {
    int threads = 20_000;
    TraceText text = new TraceText(22);
    List<String> creations = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      text.batch(1, thread, 0, "GoStart dt=0 g=%d g_seq=1".formatted(thread));
      creations.add("GoCreate dt=0 new_g=%d new_stack=0 stack=0".formatted(thread));
    }
    for (int from = 0; from < threads; from += 1000) {
      text.batch(1, threads, 9, creations.subList(from, from + 1000).toArray(String[]::new));
    }
    EventSource source =
        ThreadTrace.open(
            MemorySegment.ofArray(text.clock(1).bytes()), new MemoryAllowance(1 << 28));

    Map<Kind, Integer> counts = Recorded.counts(source);

    assertThat(counts).containsEntry(Kind.GO_CREATE, threads).containsEntry(Kind.GO_START, threads);
    assertThat(source.warnings())
        .contains("events that are earlier than what they follow: events=" + threads);
  }

  private static List<String> lines(EventSource source) throws TraceFault {
    List<String> lines = new ArrayList<>();
    TraceEvent event = new TraceEvent();
    while (source.next(event)) {
      lines.add(
          "%d %s at=%d gen=%d m=%d p=%d g=%d about=%d %d %d"
              .formatted(
                  event.number(),
                  event.kind(),
                  event.time(),
                  event.generation(),
                  event.thread(),
                  event.processor(),
                  event.goroutine(),
                  event.subject(),
                  event.value(),
                  event.other()));
    }
    return lines;
  }
}
