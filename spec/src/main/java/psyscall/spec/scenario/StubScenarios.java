package psyscall.spec.scenario;

import static psyscall.spec.release.Release.GO_1_19_13;
import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Feature.STUBS;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios in which threads execute the stub register by register.
final class StubScenarios {
  private StubScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft(
                "stubs-one-p",
                "two calls share one P, made instruction by instruction, with retake",
                2,
                1)
            .with(STUBS)
            .programs(Program.of(SYSCALL), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens", "aba-happens")
            .symmetric(287846, 836245, 100)
            .counts(330333, 958523, 105),
        new Draft(
                "stubs-in-1-19",
                "the same with the one routine of Go 1.19.13 and what is compiled around it",
                2,
                1)
            .of(GO_1_19_13)
            .with(STUBS)
            .programs(Program.of(SYSCALL), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens", "aba-happens")
            .symmetric(619597, 1825753, 149)
            .counts(698948, 2056229, 151));
  }
}
