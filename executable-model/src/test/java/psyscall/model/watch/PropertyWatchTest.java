package psyscall.model.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.behavior.Transition;
import psyscall.model.run.Objection;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;

/// Bugs are caught while a program runs, by the claims that the checker judges.
class PropertyWatchTest {
  private static final int CALLS = 10;
  private static final Mutation H6 = Mutations.named("go6070").orElseThrow();

  /// About one seed in twelve shows it: the call must come back between sysmon's compare-and-swap
  /// and the start of another thread, which is less than a microsecond.
  private static final List<Long> SEEDS_OF_H6 = List.of(4L, 5L);

  /// One goroutine makes calls that end about when sysmon takes their P.
  static Workload calls(Release release) {
    List<Operation> calls = new ArrayList<>(List.of(new Operation.Compute(600)));
    for (int call = 0; call < CALLS; call++) {
      calls.add(new Operation.Call(Operation.Way.SYSCALL, new KernelCall.Service(139_950)));
    }
    return new Workload(
        "calls",
        "calls that end about when sysmon takes their P",
        release,
        1,
        Preemption.ASYNCHRONOUS,
        new TreeMap<>(),
        List.of(new GoroutineText(calls, Origin.INITIAL)));
  }

  private record Watched(RunEnd end, PropertyWatch watch) {}

  private static Specification rules(Workload workload, Optional<Mutation> bug) {
    return bug.map(mutation -> workload.specification(mutation.edit()))
        .orElseGet(workload::specification);
  }

  private static Watched run(Workload workload, Optional<Mutation> bug, long seed) {
    return run(workload, rules(workload, bug), bug, seed);
  }

  private static Watched run(
      Workload workload, Specification specification, Optional<Mutation> bug, long seed) {
    List<Property> claims =
        new WatchableClaims(workload.state(), specification).all(bug.map(Mutation::property));
    PropertyWatch watch = new PropertyWatch(claims, specification, workload.world());
    RunEnd end =
        new VirtualRun(
                workload, specification, new SeededRandom(seed), RunLimits.USUAL, List.of(watch))
            .run();
    return new Watched(end, watch);
  }

  @Test
  void h6IsCaughtByTheClaimThatTheCheckerFindsBroken() {
    Workload workload = calls(H6.release());
    Specification broken = rules(workload, Optional.of(H6));
    Specification whole = rules(workload, Optional.empty());

    for (long seed : SEEDS_OF_H6) {
      assertThat(run(workload, broken, Optional.of(H6), seed).end())
          .as("seed=%d", seed)
          .isInstanceOfSatisfying(
              RunEnd.Violated.class,
              violated ->
                  assertThat(violated.objection().property().name())
                      .isEqualTo("deadlock-detection-is-right"));
      assertThat(run(workload, whole, Optional.empty(), seed).end())
          .as("seed=%d, without the bug", seed)
          .isInstanceOf(RunEnd.Ended.class);
    }
  }

  @Test
  void violationComesWithTheLastStepsAndTheirMoments() {
    RunEnd end = run(calls(H6.release()), Optional.of(H6), 4).end();

    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Violated.class,
            violated -> {
              Objection objection = violated.objection();
              assertThat(objection.last().length()).isEqualTo(ClaimWatch.LAST_STEPS);
              assertThat(objection.moments()).isSorted().last().isEqualTo(violated.nanos());
              Transition last = objection.last().transitions().getLast();
              assertThat(last.step()).hasToString("M0 ExitSyscall0.stopm");
              assertThat(last.step().ending().orElseThrow().name())
                  .isEqualTo(H6.ending().orElseThrow());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void everyStepOfARunIsJudgedByAllThatCanBe(String release) {
    Watched run = run(calls(Release.named(release).orElseThrow()), Optional.empty(), 4);

    assertThat(run.watch().objection()).isEmpty();
    assertThat(run.watch().steps()).isEqualTo(run.end().steps()).isGreaterThan(CALLS);
    assertThat(run.watch().names())
        .containsExactly(
            "deadlock-detection-is-right",
            "goroutine-in-one-place",
            "idle-only-with-nothing-to-do",
            "idle-threads-hold-nothing",
            "processor-in-one-place",
            "running-has-a-processor",
            "safe-point-runs-once",
            "spinners-are-counted",
            "stopped-world-runs-nobody",
            "stopwait-counts-unstopped",
            "wake-ups-carry-news");
  }

  @Test
  void claimThatHoldsNowhereIsBrokenAtTheStart() {
    Workload workload = calls(H6.release());
    Specification specification = workload.specification();
    WatchableClaims claims = new WatchableClaims(workload.state(), specification);
    Property.Always held = (Property.Always) claims.named("no-throw");
    Property.Always broken =
        new Property.Always(
            held.about(), new psyscall.spec.expr.Bool(held.condition()).not().term());
    PropertyWatch watch = new PropertyWatch(List.of(broken), specification, workload.world());

    RunEnd end =
        new VirtualRun(
                workload, specification, new SeededRandom(0), RunLimits.USUAL, List.of(watch))
            .run();

    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Violated.class,
            violated -> {
              assertThat(violated.steps()).isZero();
              assertThat(violated.objection().last().length()).isZero();
            });
  }

  @Test
  void claimsThatOneRunCannotJudgeAreRefused() {
    Workload workload = calls(H6.release());
    WatchableClaims claims = new WatchableClaims(workload.state(), workload.specification());

    assertThat(claims.canBeJudged("work-conservation")).isFalse();
    assertThat(claims.canBeJudged("slow-exit-happens")).isFalse();
    assertThat(claims.canBeJudged("results-are-ones-own")).isFalse();
    assertThat(claims.canBeJudged("idle-only-with-nothing-to-do")).isTrue();
    assertThatThrownBy(
            () ->
                new PropertyWatch(
                    List.of(claims.named("work-conservation")),
                    workload.specification(),
                    workload.world()))
        .hasMessage("a claim that no single run can judge: name=work-conservation");
  }
}
