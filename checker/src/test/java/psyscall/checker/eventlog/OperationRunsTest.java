package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.engine.StepView;
import psyscall.model.listen.EventRecorder;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.StopReason;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;

/// Each operation that a program can have is run by the rules of each release: what it becomes
/// fires, all goroutines end, and each event is explained.
class OperationRunsTest {
  private static final RunLimits LIMITS = new RunLimits(200_000_000_000L, 20_000);

  /// A release, and what is modelled beyond what the operations need.
  record Case(Release release, Set<Feature> extensions) {
    @Override
    public String toString() {
      return release.name() + (extensions.isEmpty() ? "" : " with all extensions");
    }

    Workload workload() {
      return new Workload(
          "all",
          "all operations",
          release,
          2,
          Preemption.ASYNCHRONOUS,
          new TreeMap<>(),
          goroutines(),
          extensions);
    }
  }

  static Stream<Case> cases() {
    Set<Feature> all = EnumSet.complementOf(EnumSet.of(Feature.STUBS));
    return Release.all().stream()
        .flatMap(release -> Stream.of(Set.<Feature>of(), all).map(e -> new Case(release, e)));
  }

  private static Operation call(Way way, long nanos) {
    return new Operation.Call(way, new KernelCall.Service(nanos));
  }

  private static Operation go(String name) {
    return new Operation.Spawn(Optional.of(name));
  }

  /// The first creates the others, a caller and one that ends locked, and lets the system force a
  /// collection; the caller parks and is readied.
  private static List<GoroutineText> goroutines() {
    List<Operation> first =
        List.of(
            go("locked"),
            go("caller"),
            new Operation.StopTheWorld(StopReason.SWEEP_TERMINATION, 10_000),
            new Operation.Compute(100_000),
            new Operation.StopTheWorld(StopReason.MARK_TERMINATION, 10_000),
            new Operation.ForEachP(),
            new Operation.Netwait(1_000_000),
            new Operation.Yield(),
            new Operation.Ready(),
            new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(185_000_000_000L)),
            new Operation.Exit(),
            new Operation.Say("never"));
    List<Operation> locked =
        List.of(
            new Operation.LockThread(),
            new Operation.UnlockThread(),
            new Operation.LockThread(),
            new Operation.Yield());
    List<Operation> caller =
        List.of(
            call(Way.SYSCALL, 200_000),
            new Operation.Say("called"),
            call(Way.RAW_SYSCALL, 5_000),
            call(Way.RAW_BLOCKED, 5_000),
            new Operation.Park());
    return List.of(
        new GoroutineText(first, Origin.INITIAL),
        new GoroutineText(caller, Origin.SPAWNED, "caller"),
        new GoroutineText(locked, Origin.SPAWNED, "locked"),
        new GoroutineText(List.of(new Operation.HelpForcedCollection()), Origin.INITIAL));
  }

  /// A rule that fires for the sake of the operation.
  private static String rule(Op op) {
    return switch (op) {
      case COMPUTE -> "UserCode.run";
      case SYSCALL -> "Syscall.kernel";
      case RAW_SYSCALL -> "RawSyscall.kernel";
      case RAW_BLOCKED -> "RawBlocked.kernel";
      case BLOCK -> "Notetsleepg.sleep";
      case GOSCHED -> "GoschedImpl.put";
      case PARK -> "Gopark.park";
      case READY -> "Ready.ready";
      case STOP_THE_WORLD -> "StopTheWorld.stopped";
      case FOR_EACH_P -> "ForEachP.end";
      case LOCK -> "Mexit.freed";
      case UNLOCK -> "UserCode.run";
      case EXIT -> "Goexit0.dead";
      case GO -> "Newproc.newg";
      case NETWAIT -> "Netpark.park";
      case FORCE_GC -> "Sysmon.forcegc";
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allFireEndAndAreExplained(Case each) throws IOException, TraceFault {
    Workload workload = each.workload();
    for (Scheduler scheduler : List.of(new RoundRobin(), new SeededRandom(1))) {
      Seen seen = new Seen(new TreeSet<>(), new ArrayList<>());
      StringBuilder log = new StringBuilder();
      List<RunListener> listeners = List.of(seen, new EventRecorder(workload, log));

      RunEnd end = new VirtualRun(workload, scheduler, LIMITS, listeners).run();

      assertThat(end)
          .isInstanceOfSatisfying(
              RunEnd.Ended.class,
              ended -> assertThat(ended.ending().text()).isEqualTo("all goroutines have ended"));
      assertThat(seen.rules()).containsAll(Stream.of(Op.values()).map(op -> rule(op)).toList());
      assertThat(seen.said()).containsExactly("called");
      JudgedLog judged = JudgedLog.of(log.toString());
      assertThat(judged.refused()).isEmpty();
      assertThat(judged.judge().explained()).isGreaterThan(50);
    }
  }

  /// What happens in a run.
  private record Seen(Set<String> rules, List<String> said) implements RunListener {
    @Override
    public void stepped(long nanos, StepView step) {
      rules.add(step.rule().name());
    }

    @Override
    public void said(long nanos, long goroutine, String text) {
      said.add(text);
    }
  }
}
