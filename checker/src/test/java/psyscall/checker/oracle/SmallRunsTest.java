package psyscall.checker.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.oracle.Conformance.Explained;
import psyscall.checker.oracle.Conformance.NotExplained;
import psyscall.model.observe.Format;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;

/// Small runs by hand, one for each check that the oracle has beside the lifecycle, and one for
/// each oddity that it tolerates.
class SmallRunsTest {
  private static final long NONE = TraceEvent.NONE;
  private static final long RUNNING = 1;
  private static final long IDLE = 2;
  private static final long CALLING = 3;

  /// Second format: goroutine 1 runs on thread 10 with P 0, goroutine 2 is runnable, P 1 idle.
  private static List<Told> second(Told... then) {
    List<Told> events =
        new ArrayList<>(
            List.of(
                on(10, 0, NONE, Kind.PROCS_CHANGE).value(2),
                on(10, NONE, NONE, Kind.PROC_STATUS).about(0).value(RUNNING),
                on(10, 0, NONE, Kind.GO_STATUS).about(1).value(2).other(10),
                on(NONE, NONE, NONE, Kind.PROC_STATUS).about(1).value(IDLE),
                on(NONE, NONE, NONE, Kind.GO_STATUS).about(2).value(1)));
    events.addAll(Arrays.asList(then));
    return events;
  }

  /// First format: goroutine 1 runs on thread 10 with P 0, goroutine 2 is runnable.
  private static List<Told> first(Told... then) {
    List<Told> events =
        new ArrayList<>(
            List.of(
                at(0, NONE, Kind.GO_CREATE).about(1),
                at(0, NONE, Kind.GO_CREATE).about(2),
                at(0, NONE, Kind.PROCS_CHANGE).value(2),
                at(0, NONE, Kind.PROC_START).about(0).value(10),
                at(0, NONE, Kind.GO_START).about(1)));
    events.addAll(Arrays.asList(then));
    return events;
  }

  private static Told on(long thread, long processor, long goroutine, Kind kind) {
    return Told.of(kind).by(thread, processor, goroutine);
  }

  private static Told at(long processor, long goroutine, Kind kind) {
    return Told.of(kind).by(NONE, processor, goroutine);
  }

  private static Told calls(long thread, long processor, long goroutine) {
    return on(thread, processor, goroutine, Kind.GO_SYSCALL_BEGIN);
  }

  private static Conformance judge(Format format, List<Told> events) {
    return Recordings.judge(new ToldRun(format, events));
  }

  private static void explained(Format format, List<Told> events) {
    assertThat(judge(format, events)).isInstanceOf(Explained.class);
  }

  private static void refused(Format format, List<Told> events, String claim) {
    assertThat(judge(format, events))
        .isInstanceOfSatisfying(
            NotExplained.class,
            refused -> {
              assertThat(refused.reason().claim()).isEqualTo(claim);
              assertThat(refused.event().number()).isEqualTo(events.size());
            });
  }

  @Test
  void aThreadInACallMayOnlyEndItLoseItsPOrTakeOne() {
    refused(
        ToldRun.SECOND,
        second(calls(10, 0, 1), on(10, 0, 1, Kind.GO_UNBLOCK).about(2)),
        "next on the thread is the end of the system call, the loss of the P, or a P that it"
            + " takes");
  }

  @Test
  void whoReturnsWithAnotherPStartsItsGoroutineNext() {
    List<Told> back =
        second(
            calls(10, 0, 1),
            on(20, NONE, NONE, Kind.PROC_STEAL).about(0).value(10),
            on(10, NONE, 1, Kind.PROC_START).about(1),
            on(10, 1, 1, Kind.GO_SYSCALL_END_BLOCKED));
    List<Told> right = new ArrayList<>(back);
    right.add(on(10, 1, NONE, Kind.GO_START).about(1));
    List<Told> wrong = new ArrayList<>(back);
    wrong.add(on(10, 1, NONE, Kind.GO_START).about(2));

    explained(ToldRun.SECOND, right);
    refused(ToldRun.SECOND, wrong, "next on the thread is the start of its goroutine");
  }

  @Test
  void whoTakesAPOfAnotherCallStartsThatP() {
    List<Told> taken =
        second(
            calls(10, 0, 1),
            on(20, NONE, NONE, Kind.PROC_STEAL).about(0).value(10),
            on(30, NONE, NONE, Kind.PROC_START).about(0),
            on(30, 0, NONE, Kind.GO_START).about(2),
            calls(30, 0, 2),
            on(10, NONE, 1, Kind.PROC_STEAL).about(0).value(30));
    List<Told> right = new ArrayList<>(taken);
    right.add(on(10, NONE, 1, Kind.PROC_START).about(0));
    List<Told> wrong = new ArrayList<>(taken);
    wrong.add(on(10, NONE, 1, Kind.PROC_START).about(1));

    explained(ToldRun.SECOND, right);
    refused(ToldRun.SECOND, wrong, "next on the thread is the start of the P that it has taken");
  }

  @Test
  void aCallThatKeptItsPHasNotLostIt() {
    refused(
        ToldRun.SECOND,
        second(calls(10, 0, 1), on(10, 0, 1, Kind.GO_SYSCALL_END_BLOCKED)),
        "the thread has lost the P with which it entered the system call");
  }

  @Test
  void theVictimOfALossIsWhoHadTheP() {
    refused(
        ToldRun.SECOND,
        second(calls(10, 0, 1), on(20, NONE, NONE, Kind.PROC_STEAL).about(0).value(11)),
        "the P is in the system call of the thread that it is taken from");
  }

  @Test
  void aWaitThatGivesItsPAwayStopsItItself() {
    explained(
        ToldRun.SECOND,
        second(
            calls(10, 0, 1),
            on(10, 0, 1, Kind.PROC_STOP).about(0),
            on(10, NONE, 1, Kind.GO_SYSCALL_END_BLOCKED),
            on(10, NONE, NONE, Kind.PROC_START).about(0)));
  }

  @Test
  void aLoanOfAPInACallHasNoMeaning() {
    explained(
        ToldRun.SECOND,
        second(
            calls(10, 0, 1),
            on(10, 0, 1, Kind.PROC_STOP).about(0),
            on(10, NONE, 1, Kind.PROC_START).about(0),
            on(10, 0, 1, Kind.PROC_STOP).about(0),
            on(10, NONE, 1, Kind.GO_SYSCALL_END_BLOCKED)));
  }

  @Test
  void aStopOfTheWorldHasAMomentWhenEveryOtherPIsStopped() {
    Told starts = on(20, NONE, NONE, Kind.PROC_START).about(1);
    Told stops = on(20, 1, NONE, Kind.PROC_STOP).about(1);
    Told begin = on(10, 0, 1, Kind.STW_BEGIN).value(0);
    Told end = on(10, 0, 1, Kind.STW_END);

    explained(ToldRun.SECOND, second(starts, begin, stops, starts, end));
    explained(ToldRun.SECOND, second(begin, starts, end));
    refused(ToldRun.SECOND, second(starts, begin, end), "every other P has stopped");
    refused(ToldRun.SECOND, second(begin, begin), "the world is not being stopped already");
  }

  @Test
  void aCallKeepsItsPBusyInAStop() {
    Told begin = on(20, 1, 2, Kind.STW_BEGIN).value(0);
    Told end = on(20, 1, 2, Kind.STW_END);
    Told[] both = {
      on(20, NONE, NONE, Kind.PROC_START).about(1),
      on(20, 1, NONE, Kind.GO_START).about(2),
      calls(10, 0, 1)
    };
    List<Told> without = second(both);
    without.addAll(List.of(begin, end));
    List<Told> with = second(both);
    with.addAll(List.of(begin, on(20, 1, 2, Kind.PROC_STEAL).about(0).value(10), end));

    refused(ToldRun.SECOND, without, "every other P has stopped");
    explained(ToldRun.SECOND, with);
  }

  @Test
  void aPThatStartsIsBelowGomaxprocs() {
    refused(
        ToldRun.SECOND,
        second(
            on(NONE, NONE, NONE, Kind.PROC_STATUS).about(2).value(IDLE),
            on(20, NONE, NONE, Kind.PROC_START).about(2)),
        "there are as many Ps as that: GOMAXPROCS=2");
    refused(
        ToldRun.FIRST,
        first(at(2, NONE, Kind.PROC_START).about(2).value(20)),
        "there are as many Ps as that: GOMAXPROCS=2");
  }

  @Test
  void whatIsToldAgainMustBeSo() {
    refused(
        ToldRun.SECOND,
        second(on(10, 0, 1, Kind.GO_STATUS).about(2).value(4).in(2)),
        "the goroutine does what was told before: status=1");
    refused(
        ToldRun.SECOND,
        second(on(10, 0, 1, Kind.PROC_STATUS).about(1).value(CALLING).in(2)),
        "the P does what was told before: status=2");
    refused(
        ToldRun.SECOND,
        second(on(10, 0, 1, Kind.GO_STATUS).about(3).value(4).in(2)),
        "a goroutine of a later generation was created before it is told of");
  }

  @Test
  void aCallThatBeganBeforeTheTraceIsOnAThreadThatIsNotTold() {
    explained(
        ToldRun.FIRST,
        first(
            at(0, 1, Kind.GO_CREATE).about(3),
            at(0, 1, Kind.GO_IN_SYSCALL).about(3),
            at(1, NONE, Kind.PROC_START).about(1).value(20),
            at(1, NONE, Kind.GO_SYS_EXIT).about(3).value(0),
            at(1, NONE, Kind.GO_START).about(3)));
  }

  @Test
  void aPThatIsTakenIsStoppedOrTakenOver() {
    List<Told> robbed = first(at(0, 1, Kind.GO_SYSCALL_BEGIN), at(0, 1, Kind.GO_SYS_BLOCK));
    List<Told> right = new ArrayList<>(robbed);
    right.add(at(0, NONE, Kind.PROC_STOP).about(0));
    List<Told> wrong = new ArrayList<>(robbed);
    wrong.add(at(0, NONE, Kind.GO_START).about(2));

    explained(ToldRun.FIRST, right);
    refused(
        ToldRun.FIRST,
        wrong,
        "next on the P is the stop of the P, or the end of a system call whose thread took it");
  }

  /// The thief tells of it last: traces/README, "thread numbers may overlap for that moment".
  @Test
  void aThreadMayStartAnotherPBeforeItIsToldThatItLostItsOwn() {
    List<Told> ahead =
        first(at(0, 1, Kind.GO_SYSCALL_BEGIN), at(1, NONE, Kind.PROC_START).about(1).value(10));
    List<Told> right = new ArrayList<>(ahead);
    right.addAll(List.of(at(0, 1, Kind.GO_SYS_BLOCK), at(0, NONE, Kind.PROC_STOP).about(0)));
    List<Told> wrong = new ArrayList<>(ahead);
    wrong.add(at(0, 1, Kind.GO_UNBLOCK).about(2));

    explained(ToldRun.FIRST, right);
    refused(ToldRun.FIRST, wrong, "next on the P is the loss of the P in a system call");
  }

  @Test
  void aThreadHasOneP() {
    refused(
        ToldRun.FIRST,
        first(at(0, 1, Kind.GO_BLOCK), at(1, NONE, Kind.PROC_START).about(1).value(10)),
        "the thread has no P");
  }

  @Test
  void aCallThatEndedWithoutAPIsToldWhenItsGoroutineRunsAgain() {
    List<Told> left =
        first(
            at(0, 1, Kind.GO_SYSCALL_BEGIN),
            at(0, 1, Kind.GO_SYS_BLOCK),
            at(0, NONE, Kind.PROC_STOP).about(0),
            at(1, NONE, Kind.PROC_START).about(1).value(10),
            at(1, NONE, Kind.GO_START).about(2),
            at(1, 2, Kind.GO_BLOCK));
    List<Told> right = new ArrayList<>(left);
    right.addAll(
        List.of(
            at(1, NONE, Kind.GO_SYS_EXIT).about(1).value(77), at(1, NONE, Kind.GO_START).about(1)));
    List<Told> wrong = new ArrayList<>(left);
    wrong.add(at(1, NONE, Kind.GO_START).about(1));

    explained(ToldRun.FIRST, right);
    refused(ToldRun.FIRST, wrong, "the end of its system call is told before the goroutine starts");
  }

  @Test
  void aRunOfNothingIsNotASuccess() {
    assertThat(judge(ToldRun.SECOND, List.of(Told.of(Kind.OTHER))))
        .isEqualTo(new Conformance.NothingChecked(new Conformance.Counts(1, 0)));
  }

  @Test
  void aRefusalTellsTheStatesWhatWasAllowedAndTheThreads() {
    Conformance answer =
        judge(ToldRun.SECOND, second(calls(10, 0, 1), on(10, 0, 1, Kind.GO_BLOCK)));

    assertThat(answer)
        .isInstanceOfSatisfying(
            NotExplained.class,
            refused -> {
              assertThat(refused.event().text())
                  .isEqualTo("GoBlock of goroutine 1 on thread 10 with P 0");
              assertThat(refused.states())
                  .containsExactly(
                      "goroutine 1: in a system call on thread 10",
                      "P 0: in the system call of thread 10",
                      "thread 10: goroutine 1, P 0");
              assertThat(refused.allowed())
                  .contains("ProcReacquire(thread 10, P 0)", "ProcSteal(P 0, by thread 10)");
              assertThat(refused.streams())
                  .containsExactly(
                      new Conformance.Stream("no thread", 2, "nothing more"),
                      new Conformance.Stream(
                          "thread 10", 4, "GoBlock of goroutine 1 on thread 10 with P 0"));
            });
  }
}
