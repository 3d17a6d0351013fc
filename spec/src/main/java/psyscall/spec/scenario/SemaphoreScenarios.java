package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Feature.WORLDSEMA;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.FOR_EACH_P;
import static psyscall.spec.state.Op.STOP_THE_WORLD;

import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios in which several goroutines stop the world.
final class SemaphoreScenarios {
  private SemaphoreScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft("two-stoppers", "two goroutines stop the world, one after the other", 2, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(STOP_THE_WORLD))
            .with(WORLDSEMA)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops")
            .symmetric(3384, 6550, 93)
            .counts(5536, 10747, 93),
        new Draft("stop-beside-safe-point", "a stop-the-world and a forEachP at once", 2, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(FOR_EACH_P))
            .with(WORLDSEMA)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(4959, 10132, 111)
            .counts(7653, 15572, 111));
  }
}
