package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.CHECKDEAD;
import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.LOCKED;
import static psyscall.spec.state.Feature.NEWPROC;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.GO;
import static psyscall.spec.state.Op.LOCK;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.SYSCALL;
import static psyscall.spec.state.Op.UNLOCK;

import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios of goroutines that are locked to their threads, and of goroutines that are created.
final class LockedScenarios {
  private LockedScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft(
                "locked-after-call",
                "a goroutine comes back from a call on another thread, and locks that one",
                2,
                1)
            .programs(Program.of(BLOCK, LOCK, UNLOCK), Program.of())
            .with(LOCKED)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(256, 439, 48)
            .counts(263, 448, 48),
        new Draft(
                "locked-hand-off",
                "a locked goroutine parks, and whoever finds it hands it back to its thread",
                3,
                2)
            .programs(Program.of(LOCK, PARK, UNLOCK), Program.of(READY))
            .with(LOCKED)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(3611, 9033, 87)
            .counts(8502, 21305, 87),
        new Draft("two-lockers", "two goroutines lock their threads, slices ending", 3, 1)
            .programs(Program.of(LOCK), Program.of(LOCK))
            .with(LOCKED)
            .without(RETAKE, DEEP_SLEEP, CHECKDEAD)
            .expects("deadlock-free")
            .symmetric(6228, 19516, 90)
            .counts(32277, 101877, 99),
        new Draft("spawn-and-call", "a goroutine creates another, and both call", 2, 2)
            .programs(Program.of(GO, SYSCALL, GO), Program.toSpawn(SYSCALL))
            .with(NEWPROC)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(1461, 2943, 74)
            .counts(2028, 4090, 79));
  }
}
