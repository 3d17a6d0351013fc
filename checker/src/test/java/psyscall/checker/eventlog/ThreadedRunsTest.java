package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Protocol;
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

  /// The number of `nanosleep` on x86-64, as the kernel writes it.
  private static final String NANOSLEEP = "35";

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
            call(Way.SYSCALL, new KernelCall.Read("pipe", 1)),
            call(Way.RAW_SYSCALL, new KernelCall.FutexWait("never", 1, timeout(10))),
            new Operation.Print());
    GoroutineText waker =
        text(
            new Operation.Compute(12 * MILLI_NANOS),
            call(Way.SYSCALL, new KernelCall.FutexWake("never", 1)),
            call(Way.SYSCALL, new KernelCall.Write("pipe", 2)),
            call(Way.SYSCALL, new KernelCall.FutexWait("other", 1, timeout(1))),
            new Operation.Print());
    return workload(
        release, processors, List.of(sleeper, sleeper, sleeper, waiter, waiter, waker));
  }

  /// The first goroutine creates the others.
  private static Workload workload(
      Release release, int processors, List<GoroutineText> others) {
    List<GoroutineText> all = new ArrayList<>();
    all.add(
        new GoroutineText(
            Stream.<Operation>generate(Operation.Spawn::new).limit(others.size()).toList(),
            Origin.INITIAL));
    all.addAll(others);
    return new Workload(
        "threads",
        "calls on real threads",
        release,
        processors,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(Map.of("never", 1L, "other", 2L)),
        all);
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

  /// Where the kernel tells what a thread waits in, it tells it of several at once: they are named
  /// as the rules name them.
  @Test
  void threadsAreSeenInsideTheKernelFromOutside() throws InterruptedException, IOException {
    assumeThat(Path.of("/proc/self/syscall")).isReadable();
    GoroutineText sleeper = text(call(Way.SYSCALL, new KernelCall.Nanosleep(400 * MILLI_NANOS)));
    ThreadedRun run =
        new ThreadedRun(
            workload(Release.GO_1_19_13, 1, Stream.generate(() -> sleeper).limit(8).toList()),
            new SeededRandom(1),
            LIMITS,
            List.of());
    Thread runner = Thread.ofPlatform().start(() -> runQuietly(run));
    Set<String> most = Set.of();

    while (runner.isAlive()) {
      Set<String> inside = inside(NANOSLEEP);
      most = inside.size() > most.size() ? inside : most;
    }

    runner.join();
    assertThat(most).hasSizeGreaterThanOrEqualTo(2).allMatch(name -> name.matches("M\\d+"));
    assertThat(run.census().insideMax()).isGreaterThanOrEqualTo(most.size());
  }

  private static void runQuietly(ThreadedRun run) {
    try {
      run.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The threads of this process that wait in a call.
  private static Set<String> inside(String number) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : tasks.toList()) {
        if (content(task.resolve("syscall")).startsWith(number + " ")) {
          names.add(content(task.resolve("comm")).strip());
        }
      }
    }
    return names;
  }

  /// What a file says; nothing if its thread has ended meanwhile.
  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }

  static Stream<Arguments> bugs() {
    return Stream.of(
        Arguments.of("publish-before-unwire", "processor-in-one-place"),
        Arguments.of("wake-without-nextp", "processor-in-one-place"),
        Arguments.of("store-without-cas", "refused-ProcReacquire"));
  }

  /// A P with two owners, a P that is lost, and a P that is taken back from who has it.
  @ParameterizedTest
  @MethodSource("bugs")
  void bugIsCaughtOnRealThreads(String bug, String by) throws InterruptedException {
    GoroutineText caller =
        text(
            Stream.generate(() -> call(Way.SYSCALL, new KernelCall.Nanosleep(30 * MILLI_NANOS)))
                .limit(4)
                .toArray(Operation[]::new));
    Workload workload =
        workload(Release.GO_1_10_8, 1, Stream.generate(() -> caller).limit(4).toList());
    RuntimeState state = workload.state();
    Protocol broken =
        Mutations.named(bug).orElseThrow().edit().apply(GoRuntime.protocol(state));
    Specification rules = GoRuntime.checked(state, broken);
    Invariants invariants = new Invariants(workload, state, rules);
    ThreadedRun run =
        new ThreadedRun(workload, rules, new SeededRandom(1), LIMITS, List.of(invariants));

    assertThat(verdict(run)).contains(by);
  }

  private static String verdict(ThreadedRun run) throws InterruptedException {
    try {
      return run.run() instanceof RunEnd.Ended(_, _, Ending ending) ? ending.name() : "cut";
    } catch (AssertionError violation) {
      return String.valueOf(violation.getMessage());
    }
  }
}
