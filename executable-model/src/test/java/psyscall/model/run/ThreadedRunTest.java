package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.kernel.KernelError;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;

/// Runs on threads of this machine: no upper bound of a time is narrow, since others may have the
/// processors.
@Timeout(120)
class ThreadedRunTest {
  private static final long MILLI_NANOS = 1_000_000;
  private static final RunLimits PATIENT = new RunLimits(60_000 * MILLI_NANOS, 1_000_000);
  private static final KernelCall HOUR = new KernelCall.Nanosleep(3_600_000 * MILLI_NANOS);
  private static final KernelCall FOREVER =
      new KernelCall.FutexWait("word", 1, OptionalLong.empty());

  private static Workload workload(String release, int processors, int times, Operation... each) {
    List<GoroutineText> all = new ArrayList<>();
    List<Operation> spawns = Stream.<Operation>generate(Operation.Spawn::new).limit(times).toList();
    all.add(new GoroutineText(spawns, Origin.INITIAL));
    Stream.generate(() -> new GoroutineText(List.of(each), Origin.SPAWNED))
        .limit(times)
        .forEach(all::add);
    return new Workload(
        "threads",
        "the same calls several times",
        Release.named(release).orElseThrow(),
        processors,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(Map.of("word", 1L)),
        all);
  }

  /// A run with what was told of it.
  private record Observed(RunEnd end, List<CallOutcome> outcomes, List<Long> moments, int inside) {
    static Observed of(Workload workload, RunLimits limits) throws InterruptedException {
      List<CallOutcome> outcomes = new ArrayList<>();
      List<Long> moments = new ArrayList<>();
      RunListener listener =
          new RunListener() {
            @Override
            public void stepped(long nanos, StepView step) {
              moments.add(nanos);
            }

            @Override
            public void printed(long nanos, long goroutine, CallOutcome outcome) {
              outcomes.add(outcome);
            }
          };
      ThreadedRun run = new ThreadedRun(workload, new RoundRobin(), limits, List.of(listener));
      RunEnd end = run.run();
      assertThat(run.census().inside()).isZero();
      return new Observed(end, outcomes, moments, run.census().insideMax());
    }

    List<String> errors() {
      return outcomes.stream()
          .map(outcome -> outcome.result().error().map(KernelError::name).orElse("none"))
          .toList();
    }

    void assertEnded() {
      assertThat(end)
          .isInstanceOfSatisfying(
              RunEnd.Ended.class,
              ended -> assertThat(ended.ending().kind()).isEqualTo(Ending.Kind.FINAL));
      assertThat(moments).isSorted().hasSize((int) end.steps());
    }
  }

  private static List<String> threadsOfRuns() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("M\\d+|sysmon"))
        .toList();
  }

  @Test
  void callsThatTellWaitTogetherOnOneP() throws InterruptedException {
    KernelCall sleep = new KernelCall.Nanosleep(300 * MILLI_NANOS);
    Observed run =
        Observed.of(
            workload(
                "1.19.13", 1, 4, new Operation.Call(Way.SYSCALL, sleep), new Operation.Print()),
            PATIENT);

    run.assertEnded();
    assertThat(run.errors()).containsExactly("none", "none", "none", "none");
    assertThat(run.inside()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void rawCallsOnOnePComeOneAfterTheOther() throws InterruptedException {
    KernelCall sleep = new KernelCall.Nanosleep(20 * MILLI_NANOS);
    Observed run =
        Observed.of(workload("1.10.8", 1, 4, new Operation.Call(Way.RAW_SYSCALL, sleep)), PATIENT);

    run.assertEnded();
    assertThat(run.inside()).isEqualTo(1);
    assertThat(run.end().nanos()).isGreaterThanOrEqualTo(4 * 20 * MILLI_NANOS);
  }

  /// The signal is real: the model's rules only say when it is sent.
  @Test
  void signalInterruptsARawWaitWhereTheReleaseSendsOne() throws InterruptedException {
    KernelCall wait = new KernelCall.FutexWait("word", 1, OptionalLong.of(30_000 * MILLI_NANOS));
    Operation[] each = {new Operation.Call(Way.RAW_SYSCALL, wait), new Operation.Print()};

    Observed signalled = Observed.of(workload("1.19.13", 2, 3, each), PATIENT);

    signalled.assertEnded();
    assertThat(signalled.errors()).containsExactly("EINTR", "EINTR", "EINTR");
    assertThat(signalled.end().nanos()).isLessThan(30_000 * MILLI_NANOS);
  }

  @Test
  void noSignalInterruptsARawWaitOfAnOldRelease() throws InterruptedException {
    KernelCall wait = new KernelCall.FutexWait("word", 1, OptionalLong.of(50 * MILLI_NANOS));
    Operation[] each = {new Operation.Call(Way.RAW_SYSCALL, wait), new Operation.Print()};

    Observed run = Observed.of(workload("1.10.8", 2, 3, each), PATIENT);

    run.assertEnded();
    assertThat(run.errors()).containsExactly("ETIMEDOUT", "ETIMEDOUT", "ETIMEDOUT");
  }

  @Test
  void computationTakesItsTime() throws InterruptedException {
    Observed run =
        Observed.of(workload("1.14.15", 1, 2, new Operation.Compute(30 * MILLI_NANOS)), PATIENT);

    run.assertEnded();
    assertThat(run.end().nanos()).isGreaterThanOrEqualTo(60 * MILLI_NANOS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void operationsOfAllKindsComeToTheirEnd(String release) throws InterruptedException {
    Workload everything =
        new Workload(
            "everything",
            "all operations",
            Release.named(release).orElseThrow(),
            2,
            Preemption.ASYNCHRONOUS,
            new TreeMap<>(),
            Programs.everything());

    Observed.of(everything, PATIENT).assertEnded();
  }

  @Test
  void nobodyStaysInTheKernelBehindTheDeadline() throws InterruptedException {
    RunLimits limits = new RunLimits(300 * MILLI_NANOS, 1_000_000);
    long start = System.nanoTime();

    for (KernelCall call : List.of(HOUR, FOREVER)) {
      for (Way way : Way.values()) {
        Observed run =
            Observed.of(workload("1.19.13", 2, 2, new Operation.Call(way, call)), limits);

        assertThat(run.end().nanos()).isGreaterThanOrEqualTo(0);
        assertThat(threadsOfRuns()).as("%s, %s", call, way).isEmpty();
      }
    }
    assertThat(TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - start)).isLessThan(1);
  }

  @Test
  void waitThatNobodyEndsIsCut() throws InterruptedException {
    RunLimits limits = new RunLimits(200 * MILLI_NANOS, 1_000_000);

    Observed run =
        Observed.of(workload("1.19.13", 2, 2, new Operation.Call(Way.SYSCALL, FOREVER)), limits);

    assertThat(run.end()).isInstanceOf(RunEnd.TimeOver.class);
    assertThat(run.end().nanos()).isEqualTo(limits.nanos());
  }

  /// Everybody is in the kernel for good.
  @Test
  void waitThatNobodyEndsIsInterrupted() throws InterruptedException {
    long start = System.nanoTime();
    RunListener hasEnough =
        new RunListener() {
          @Override
          public boolean hasEnough() {
            return System.nanoTime() - start > 300 * MILLI_NANOS;
          }
        };
    Workload workload = workload("1.19.13", 2, 2, new Operation.Call(Way.SYSCALL, FOREVER));

    RunEnd end = new ThreadedRun(workload, new RoundRobin(), PATIENT, List.of(hasEnough)).run();

    assertThat(end).isInstanceOf(RunEnd.Interrupted.class);
    assertThat(end.nanos()).isBetween(200 * MILLI_NANOS, PATIENT.nanos());
  }

  @Test
  void stepsCanBeLimited() throws InterruptedException {
    RunLimits limits = new RunLimits(PATIENT.nanos(), 20);

    Observed run =
        Observed.of(workload("1.19.13", 2, 2, new Operation.Call(Way.SYSCALL, FOREVER)), limits);

    assertThat(run.end()).isInstanceOf(RunEnd.StepsOver.class);
    assertThat(run.moments()).hasSize(20).isSorted();
  }

  @Test
  void whatAListenerThrowsEndsTheRun() {
    Workload workload = workload("1.19.13", 2, 2, new Operation.Call(Way.SYSCALL, FOREVER));
    RunListener failing =
        new RunListener() {
          @Override
          public void entered(long nanos, long goroutine, Way way) {
            throw new IllegalStateException("no more");
          }
        };

    assertThatThrownBy(
            () -> new ThreadedRun(workload, new RoundRobin(), PATIENT, List.of(failing)).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no more");
    assertThat(threadsOfRuns()).isEmpty();
  }

  @Test
  void failureBeforeTheFirstThreadEndsTheRunToo() {
    Workload workload = workload("1.19.13", 2, 2, new Operation.Call(Way.SYSCALL, FOREVER));
    RunListener failing =
        new RunListener() {
          @Override
          public void began(State initial) {
            throw new IllegalStateException("not even begun");
          }
        };

    assertThatThrownBy(
            () -> new ThreadedRun(workload, new RoundRobin(), PATIENT, List.of(failing)).run())
        .hasMessage("not even begun");
  }
}
