package psyscall.model.tracewriter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;
import psyscall.model.workload.Operation;
import psyscall.model.workload.StopReason;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.release.Release;

class GoTraceRecorderTest {
  private static final GenerationLimits EACH_EVENT = new GenerationLimits(1, 1);

  private static final Written RUN = new Written();

  private static final Set<Kind> RANGES =
      Set.of(Kind.STW_BEGIN, Kind.STW_END, Kind.GC_BEGIN, Kind.GC_ACTIVE, Kind.GC_END);

  /// Stops the world by itself, and then for a collection.
  private static final Written COLLECTION =
      new Written(
          new Workload(
              "collection",
              "a collection",
              Release.GO_1_19_13,
              1,
              Preemption.ASYNCHRONOUS,
              new TreeMap<>(),
              List.of(
                  new GoroutineText(
                      List.of(
                          new Operation.StopTheWorld(StopReason.READ_MEM_STATS, 1_000),
                          new Operation.StopTheWorld(StopReason.SWEEP_TERMINATION, 1_000),
                          new Operation.Yield(),
                          new Operation.StopTheWorld(StopReason.MARK_TERMINATION, 1_000)),
                      Origin.INITIAL))));

  @Test
  void everyEventOfTheLifecycleIsToldOrHasNoWord() {
    GoTraceRecorder recorder =
        new GoTraceRecorder(
            RUN.workload(), GenerationLimits.USUAL, OutputStream.nullOutputStream());

    assertThat(new Lifecycle(RUN.workload().state().lifecycle).rules())
        .extracting(EventRule::event)
        .hasSize(27)
        .allMatch(event -> recorder.tells(event) != GoTraceRecorder.WITHOUT_WORD.contains(event));
  }

  @Test
  void headerNamesTheFormat() {
    assertThat(new String(RUN.trace(GenerationLimits.USUAL), ISO_8859_1))
        .startsWith("go 1.22 trace\0\0\0");
  }

  @Test
  void eventsOfTheRunAreReadBack() throws TraceFault {
    Map<String, Integer> told = RUN.events();
    Map<Kind, Integer> read = Written.counts(RUN.trace(GenerationLimits.USUAL));

    assertThat(told)
        .containsKeys("ProcSteal", "ProcReacquire", "GoSyscallExitSlow", "GoSyscallBlock");
    assertThat(read)
        .containsEntry(Kind.GO_CREATE, told.get("GoCreate"))
        .containsEntry(Kind.GO_DESTROY, told.get("GoDestroy"))
        .containsEntry(Kind.GO_STOP, told.get("GoStop"))
        .containsEntry(Kind.PROC_STOP, told.get("ProcStop"))
        .containsEntry(Kind.GO_SYSCALL_BEGIN, sum(told, "GoSyscallEnter", "GoSyscallBlock"));
    assertThat(sum(read, Kind.GO_SYSCALL_END, Kind.GO_SYSCALL_END_BLOCKED))
        .isEqualTo(sum(told, "GoSyscallExitFast", "GoSyscallExitSlow"));
    assertThat(sum(read, Kind.PROC_STEAL)).isGreaterThanOrEqualTo(sum(told, "ProcSteal"));
  }

  @SafeVarargs
  private static <K> int sum(Map<K, Integer> counts, K... keys) {
    int sum = 0;
    for (K key : keys) {
      sum += counts.getOrDefault(key, 0);
    }
    return sum;
  }

  @Test
  void everybodyIsToldOfAgainInEachGeneration() throws TraceFault {
    Map<Kind, Integer> whole = Written.counts(RUN.trace(GenerationLimits.USUAL));
    Map<Kind, Integer> cut = Written.counts(RUN.trace(EACH_EVENT));
    int generations = sum(cut, Kind.PROC_STATUS) / RUN.workload().processors();

    assertThat(generations).isGreaterThan(50);
    assertThat(sum(cut, Kind.GO_STATUS)).isGreaterThan(generations);
    for (Map<Kind, Integer> counts : List.of(whole, cut)) {
      counts.keySet().removeAll(Set.of(Kind.PROC_STATUS, Kind.GO_STATUS, Kind.GC_ACTIVE));
    }
    assertThat(cut).isEqualTo(whole);
  }

  @Test
  void collectionIsTheRangeFromOneStopOfTheWorldToAnother() throws TraceFault {
    List<Kind> kinds = new ArrayList<>(Written.kinds(COLLECTION.trace(GenerationLimits.USUAL)));
    kinds.retainAll(RANGES);

    assertThat(kinds)
        .containsExactly(
            Kind.STW_BEGIN,
            Kind.STW_END,
            Kind.GC_BEGIN,
            Kind.STW_BEGIN,
            Kind.STW_END,
            Kind.STW_BEGIN,
            Kind.GC_END,
            Kind.STW_END);
  }

  @Test
  void collectionGoesOnInTheNextGeneration() throws TraceFault {
    Map<Kind, Integer> counts = Written.counts(COLLECTION.trace(EACH_EVENT));

    assertThat(counts).containsEntry(Kind.GC_BEGIN, 1).containsEntry(Kind.GC_END, 1);
    assertThat(sum(counts, Kind.GC_ACTIVE)).isBetween(2, sum(counts, Kind.PROC_STATUS) - 2);
  }

  @Test
  void goroutineThatIsCreatedAgainHasAnotherId() {
    Standing standing = new Standing(1, 2, 2);

    assertThat(List.of(standing.created(0), standing.created(1), standing.created(0)))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void batchThatIsFullIsWritten() throws IOException, TraceFault {
    Workload workload = RUN.workload();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Names names = new Names(workload);
    Telling telling =
        new Telling(GoTraceRecorder.standing(workload), names, new TraceFile(out, names, 2));
    telling.beginsWith(_ -> false, _ -> false);
    for (int turn = 0; turn < 20_000; turn++) {
      telling.yields(1, 0);
      telling.starts(1, 0);
    }
    telling.end();

    assertThat(Written.counts(out.toByteArray()))
        .containsEntry(Kind.GO_STOP, 20_000)
        .containsEntry(Kind.GO_START, 20_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = Word.class,
      names = {"PROC_STATUS", "GO_STATUS", "GO_CREATE"})
  void eventThatIsLeftOutIsMissed(Word word) {
    Workload workload = RUN.workload();
    byte[] trace =
        RUN.trace(
            out ->
                new GoTraceRecorder(
                    workload,
                    GenerationLimits.USUAL,
                    GoTraceRecorder.standing(workload),
                    new Forgetful(out, workload, word)));

    assertNoOrder(trace);
  }

  @Test
  void wrongNumbersOfGoroutinesAreRefused() {
    assertNoOrder(
        miscounted(
            new Miscounting(RUN.workload()) {
              @Override
              long countGoroutine(int g) {
                return super.countGoroutine(g) + 1;
              }
            },
            GenerationLimits.USUAL));
  }

  @Test
  void wrongNumbersOfProcessorsAreRefused() {
    assertNoOrder(
        miscounted(
            new Miscounting(RUN.workload()) {
              @Override
              long countProcessor(int p) {
                return super.countProcessor(p) + 1;
              }
            },
            GenerationLimits.USUAL));
  }

  @Test
  void numbersThatDoNotBeginAgainAreRefused() {
    assertNoOrder(
        miscounted(
            new Miscounting(RUN.workload()) {
              @Override
              void restartCounts() {}
            },
            EACH_EVENT));
  }

  @Test
  void outputThatFailsEndsTheRun() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("no space left on device");
          }
        };

    assertThatThrownBy(() -> RUN.trace(_ -> new GoTraceRecorder(RUN.workload(), EACH_EVENT, full)))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("no space left on device");
  }

  private static byte[] miscounted(Standing standing, GenerationLimits limits) {
    Workload workload = RUN.workload();
    return RUN.trace(
        out ->
            new GoTraceRecorder(
                workload,
                limits,
                standing,
                new TraceFile(out, new Names(workload), GoTraceRecorder.lastThread(workload))));
  }

  private static void assertNoOrder(byte[] trace) {
    assertThatThrownBy(() -> Written.counts(trace))
        .isInstanceOfSatisfying(
            TraceFault.class, fault -> assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER));
  }

  /// The beginning of a run, for somebody who counts wrong.
  private static class Miscounting extends Standing {
    Miscounting(Workload workload) {
      super(
          workload.processors(),
          workload.goroutines().size(),
          GoTraceRecorder.lastThread(workload));
    }
  }

  /// A file that keeps no events of one kind.
  private static final class Forgetful extends TraceFile {
    private final Word forgotten;

    Forgetful(OutputStream out, Workload workload, Word forgotten) {
      super(out, new Names(workload), GoTraceRecorder.lastThread(workload));
      this.forgotten = forgotten;
    }

    @Override
    Batch event(int thread, Word word, long time) throws IOException {
      return word == forgotten ? new Batch() : super.event(thread, word, time);
    }
  }
}
