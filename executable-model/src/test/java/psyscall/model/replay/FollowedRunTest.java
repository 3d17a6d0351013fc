package psyscall.model.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.engine.StepView;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Op;

/// A run is recorded and followed.
class FollowedRunTest {
  private static final Workload WORKLOAD =
      new Workload(
          "two-calls",
          "two calls, one of them raw",
          Release.GO_1_10_8,
          1,
          Preemption.COOPERATIVE,
          new TreeMap<>(),
          List.of(
              new GoroutineText(
                  List.of(
                      new Operation.Call(Operation.Way.SYSCALL, new KernelCall.Service(50_000)),
                      new Operation.Call(Operation.Way.RAW_SYSCALL, new KernelCall.Service(5_000))),
                  Origin.INITIAL)));

  private static final Specification RULES = WORKLOAD.specification();

  /// What was told.
  private static final class Recorder implements RunListener {
    private final List<State> initial = new ArrayList<>();
    private final List<Transition> taken = new ArrayList<>();
    private final List<Long> moments = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    @Override
    public void began(State state) {
      initial.add(state);
    }

    @Override
    public void stepped(long nanos, StepView step) {
      moments.add(nanos);
      taken.add(new Transition(step.step(), step.state()));
    }

    @Override
    public void entered(long nanos, long goroutine, Operation.Way way) {
      calls.add("enters G" + goroutine + " " + way);
    }

    @Override
    public void left(long nanos, long goroutine, Operation.Way way) {
      calls.add("leaves G" + goroutine + " " + way);
    }

    Behavior behavior() {
      return new Behavior(initial.getFirst(), taken);
    }
  }

  private static Behavior recorded() {
    Recorder recorder = new Recorder();
    new VirtualRun(WORKLOAD, RULES, new SeededRandom(1), RunLimits.USUAL, List.of(recorder)).run();
    return recorder.behavior();
  }

  private static RunEnd follow(Behavior behavior, RunListener listener) {
    return new FollowedRun(RULES, WORKLOAD.world(), behavior, List.of(listener)).run();
  }

  @Test
  void runIsFollowedStepByStepInATimeThatGoesOn() {
    Behavior behavior = recorded();
    Recorder recorder = new Recorder();

    RunEnd end = follow(behavior, recorder);

    assertThat(recorder.behavior()).isEqualTo(behavior);
    assertThat(recorder.moments).isSorted();
    assertThat(recorder.calls).containsExactly("enters G0 RAW_SYSCALL", "leaves G0 RAW_SYSCALL");
    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Ended.class,
            ended -> {
              assertThat(ended.steps()).isEqualTo(behavior.length());
              assertThat(ended.ending())
                  .isEqualTo(behavior.transitions().getLast().step().ending().orElseThrow());
              assertThat(ended.nanos()).isEqualTo(recorder.moments.getLast());
            });
  }

  @Test
  void stepThatIsLeftOutIsMissedByPosition() {
    Behavior behavior = recorded();
    List<Transition> shorter = new ArrayList<>(behavior.transitions());
    shorter.remove(3);

    assertThatThrownBy(() -> follow(new Behavior(behavior.initial(), shorter), new Recorder()))
        .isInstanceOfSatisfying(
            NotFollowedException.class, e -> assertThat(e.position()).isEqualTo(4))
        .hasMessageStartingWith("cannot be followed: step=4, ");
  }

  @Test
  void stepThatLeadsElsewhereIsNotFollowed() {
    Behavior behavior = recorded();
    List<Transition> altered = new ArrayList<>(behavior.transitions());
    altered.set(5, new Transition(altered.get(5).step(), behavior.initial()));

    assertThatThrownBy(() -> follow(new Behavior(behavior.initial(), altered), new Recorder()))
        .hasMessageStartingWith("cannot be followed: step=6, leads to another state: actor=");
  }

  @Test
  void halfARunHasItsStepsOver() {
    Behavior behavior = recorded();
    Behavior half = new Behavior(behavior.initial(), behavior.transitions().subList(0, 7));

    assertThat(follow(half, new Recorder()))
        .isInstanceOfSatisfying(
            RunEnd.StepsOver.class, over -> assertThat(over.steps()).isEqualTo(7));
  }

  @ParameterizedTest
  @EnumSource(Op.class)
  void defaultArgumentsKeepTheOperation(Op op) {
    assertThat(DefaultArguments.of(op).op()).isEqualTo(op);
  }

  @Test
  void everyScenarioIsAWorkload() {
    for (Scenario scenario : Scenarios.all()) {
      Workload workload = DefaultArguments.of(scenario);

      assertThat(workload.goroutines()).as(scenario.name()).hasSameSizeAs(scenario.programs());
      assertThat(workload.processors()).as(scenario.name()).isEqualTo(scenario.processors());
    }
  }

  /// A rule or a choice that is renamed would no longer be waited for.
  @Test
  void rulesAndChoicesThatTheClockKnowsAreThere() {
    Set<String> known = new TreeSet<>();
    StringBuilder texts = new StringBuilder();
    for (String name : List.of("stop-then-safe-point", "one-call-sysmon")) {
      Specification rules = Scenarios.named(name).orElseThrow().specification();
      rules.rules().forEach(rule -> known.add(rule.name()));
      texts.append(rules);
    }

    assertThat(known)
        .contains("UserCode.run", "StopTheWorld.stopped", "Syscall.kernel", "Sysmon.usleep")
        .contains("Sysmon.timeout");
    assertThat(texts).contains("name=" + FollowedClock.IS_CALL_LONG);
  }
}
