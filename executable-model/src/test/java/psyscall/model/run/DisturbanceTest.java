package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.process.Choice;
import psyscall.spec.release.Release;

/// A run in which nobody tries again who was not disturbed, against one in which all do after every
/// step.
class DisturbanceTest {
  private static final RunLimits LIMITS = new RunLimits(RunLimits.USUAL.nanos(), 2_000);
  private static final int PROGRAMS = 6;
  private static final int OPERATIONS = 60;

  /// Every step disturbs everybody.
  private static final class Everybody extends Disturbance {
    Everybody(Engine engine) {
      super(engine);
    }

    @Override
    boolean reaches(int step, long[] guards) {
      return true;
    }
  }

  /// Who has been ready the longest moves, so that attempts in vain draw nothing; the rest is
  /// drawn.
  private record LongestFirst(SeededRandom drawn) implements Scheduler {
    @Override
    public int next(int ready) {
      return 0;
    }

    @Override
    public int choose(Choice choice, int candidates) {
      return drawn.choose(choice, candidates);
    }

    @Override
    public long stepNanos() {
      return drawn.stepNanos();
    }

    @Override
    public long seed() {
      return drawn.seed();
    }
  }

  private record Taken(long nanos, String step) {}

  private static List<Taken> run(
      Workload workload, Engine engine, Disturbance disturbance, long seed) {
    List<Taken> all = new ArrayList<>();
    RunListener recorder =
        new RunListener() {
          @Override
          public void stepped(long nanos, StepView view) {
            all.add(new Taken(nanos, view.step().toString()));
          }
        };
    Scheduler scheduler = new LongestFirst(new SeededRandom(seed));
    new VirtualRun(workload, engine, disturbance, scheduler, LIMITS, List.of(recorder)).run();
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.8", "1.14.15", "1.19.13"})
  void nobodyMissesADisturbance(String release) {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Workload workload = RandomWorkload.of(seed, Release.named(release).orElseThrow(), OPERATIONS);
      Engines engines =
          Engines.compiled(workload.specification(), workload.world(), Watched.NOTHING);
      Engine watchful = engines.fresh();
      List<Taken> expected = run(workload, watchful, new Everybody(watchful), seed);

      Engine engine = engines.fresh();
      List<Taken> actual = run(workload, engine, new Disturbance(engine), seed);

      for (int at = 0; at < Math.min(expected.size(), actual.size()); at++) {
        assertThat(actual.get(at)).as("seed=%d, step=%d", seed, at).isEqualTo(expected.get(at));
      }
      assertThat(actual).as("seed=%d", seed).hasSameSizeAs(expected);
      assertThat(actual).isNotEmpty();
    }
  }

  @Test
  void parkedThreadIsDisturbedByWhoWakesItOnly() {
    Workload workload = Waits.withTimeout("1.19.13", Way.SYSCALL, 2, Preemption.ASYNCHRONOUS);
    Engine engine =
        Engines.interpreted(workload.specification(), workload.world(), Watched.NOTHING).fresh();
    Disturbance disturbance = new Disturbance(engine);
    int parked = move(engine, "Stopm.park", 1);

    long[] guards = disturbance.guards(new int[] {parked});

    assertThat(
            IntStream.range(0, engine.moves().size())
                .filter(step -> engine.moves().get(step).actor().self() != 1)
                .filter(step -> disturbance.reaches(step, guards))
                .mapToObj(step -> engine.moves().get(step).rule().name())
                .distinct())
        .containsExactlyInAnyOrder("Startm.wake", "Newm.wake", "StartTheWorld.wake");
    assertThat(disturbance.isDecidedByState(parked)).isTrue();
  }

  private static int move(Engine engine, String rule, long self) {
    return IntStream.range(0, engine.moves().size())
        .filter(
            at ->
                engine.moves().get(at).rule().name().equals(rule)
                    && engine.moves().get(at).actor().self() == self)
        .findFirst()
        .orElseThrow();
  }
}
