package psyscall.model.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;

class RecentStepsTest {
  private static final int LAST = 12;
  private static final Workload WORKLOAD = RandomWorkload.of(5, Release.GO_1_19_13, 40);
  private static final Engines ENGINES =
      Engines.compiled(WORKLOAD.specification(), WORKLOAD.world(), Watched.NOTHING);

  /// Keeps all steps as objects, and the last ones cheaply.
  private static final class Both implements RunListener {
    private final List<State> states = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final List<Long> moments = new ArrayList<>();
    private final RecentSteps recent;

    Both(RecentSteps recent) {
      this.recent = recent;
    }

    @Override
    public void began(State initial) {
      states.add(initial);
    }

    @Override
    public void stepped(long nanos, StepView step) {
      states.add(step.state());
      transitions.add(new Transition(step.step(), step.state()));
      moments.add(nanos);
      recent.add(nanos, step);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 13, 63, 64, 65, 127, 128, 129, 192, 250})
  void lastStepsAreAsTheyWere(int steps) {
    Engine engine = ENGINES.fresh();
    Both both = new Both(new RecentSteps(engine, WORKLOAD.world()));

    new VirtualRun(
            WORKLOAD,
            engine,
            new SeededRandom(1),
            new RunLimits(100_000_000_000L, steps),
            List.of(both))
        .run();

    int from = Math.max(0, steps - LAST);
    assertThat(both.transitions).hasSize(steps);
    assertThat(both.recent.behavior(LAST))
        .isEqualTo(
            new Behavior(both.states.get(from), both.transitions.subList(from, steps)));
    assertThat(both.recent.moments(LAST)).isEqualTo(both.moments.subList(from, steps));
  }
}
