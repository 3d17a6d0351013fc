package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.interpret.Interpreter;
import psyscall.model.listen.EventRecorder;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.ThreadedRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.mutation.Edits;
import psyscall.spec.mutation.Site;
import psyscall.spec.process.Ending;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Term;

/// Runs on real threads with real calls keep the invariants, and what they log is explained.
@Timeout(120)
class ThreadedRunsTest {
  private static final long MILLI_NANOS = 1_000_000;
  private static final RunLimits LIMITS = new RunLimits(60_000 * MILLI_NANOS, 1_000_000);
  private static final List<String> CLAIMS =
      List.of(
          "processor-in-one-place",
          "goroutine-in-one-place",
          "running-has-a-processor",
          "idle-threads-hold-nothing",
          "spinners-are-counted",
          "stopwait-counts-unstopped");

  static Stream<Workload> workloads() {
    List<Release> releases = List.copyOf(Release.all());
    return IntStream.rangeClosed(1, 4)
        .mapToObj(ps -> workload(releases.get(ps % releases.size()), ps));
  }

  private static Workload workload(Release release, int processors) {
    GoroutineText sleeper =
        text(
            call(Way.SYSCALL, new KernelCall.Nanosleep(20 * MILLI_NANOS)),
            new Operation.Compute(MILLI_NANOS),
            call(Way.SYSCALL, new KernelCall.Service(MILLI_NANOS / 10)),
            call(Way.BLOCK, new KernelCall.Nanosleep(5 * MILLI_NANOS)),
            new Operation.Print());
    GoroutineText waiter =
        text(
            call(Way.SYSCALL, new KernelCall.FutexWait("never", 1, timeout(30))),
            new Operation.Yield(),
            call(Way.RAW_SYSCALL, new KernelCall.FutexWait("never", 1, timeout(10))),
            new Operation.Print());
    GoroutineText waker =
        text(
            new Operation.Compute(12 * MILLI_NANOS),
            call(Way.SYSCALL, new KernelCall.FutexWake("never", 1)),
            call(Way.SYSCALL, new KernelCall.FutexWait("other", 1, timeout(1))),
            new Operation.Print());
    GoroutineText first =
        new GoroutineText(
            Stream.<Operation>generate(Operation.Spawn::new).limit(6).toList(), Origin.INITIAL);
    return new Workload(
        "mixed",
        "calls of all kinds",
        release,
        processors,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(Map.of("never", 1L, "other", 2L)),
        List.of(first, sleeper, sleeper, sleeper, waiter, waiter, waker));
  }

  private static OptionalLong timeout(long millis) {
    return OptionalLong.of(millis * MILLI_NANOS);
  }

  private static Operation call(Way way, KernelCall call) {
    return new Operation.Call(way, call);
  }

  private static GoroutineText text(Operation... operations) {
    return new GoroutineText(List.of(operations), Origin.SPAWNED);
  }

  /// Judges each state; the run ends with the first that a claim does not hold in.
  private static final class Invariants implements RunListener {
    private final Interpreter interpreter;
    private final Map<String, Term> claims = new TreeMap<>();
    private long judged;

    Invariants(Workload workload, RuntimeState state, Specification specification) {
      interpreter = new Interpreter(specification, workload.world());
      RuntimeView view = new RuntimeView(state, specification);
      for (String name : CLAIMS) {
        if (Properties.of(name, view) instanceof Property.Always always) {
          claims.put(name, always.condition());
        }
      }
    }

    @Override
    public void stepped(long nanos, StepView step) {
      State state = step.state();
      judged++;
      claims.forEach(
          (name, claim) ->
              assertThat(interpreter.holds(claim, state))
                  .as("%s after %s", name, step.step())
                  .isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void invariantsHoldAfterEachCommitAndEachEventIsExplained(Workload workload)
      throws IOException, TraceFault, InterruptedException {
    StringBuilder log = new StringBuilder();
    Specification rules = workload.specification();
    Invariants invariants = new Invariants(workload, workload.state(), rules);
    ThreadedRun run =
        new ThreadedRun(
            workload,
            rules,
            new SeededRandom(workload.processors()),
            LIMITS,
            List.of(invariants, new EventRecorder(workload, log)));

    RunEnd end = run.run();

    JudgedLog judged = JudgedLog.of(log.toString());
    assertThat(judged.refused()).isEmpty();
    assertThat(judged.events()).contains("GoSyscallBlock", "GoSyscallEnter", "GoDestroy");
    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Ended.class,
            ended -> assertThat(ended.ending().kind()).isEqualTo(Ending.Kind.FINAL));
    assertThat(invariants.claims).hasSameSizeAs(CLAIMS);
    assertThat(invariants.judged).isEqualTo(end.steps()).isGreaterThan(100);
    assertThat(run.census().insideMax()).isGreaterThanOrEqualTo(2);
  }
}
