package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.ORDERED;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.RUNNEXT;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.GOSCHED;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.List;
import psyscall.spec.state.Program;

/// Worlds in which it matters who is taken from a queue.
final class QueueScenarios {
  private QueueScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft(
                "ready-twice",
                "a goroutine readies two, the second of which is to run next instead of the first",
                2,
                2)
            .with(RUNNEXT)
            .programs(Program.of(BLOCK, READY, READY), Program.of(PARK), Program.of(PARK))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(4370, 8870, 90)
            .counts(13919, 28094, 101),
        new Draft("yield-in-order", "yield-beside-spinner with Go's own order of queues", 2, 2)
            .with(RUNNEXT, ORDERED)
            .programs(Program.of(PARK, PARK), Program.of(READY, GOSCHED, READY, GOSCHED))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("idle-beside-queued-work")
            .expects("work-conservation")
            .symmetric(3440, 6891, 89)
            .counts(6462, 13004, 90),
        new Draft(
                "hand-off-in-order", "hand-off-beside-spinner with Go's own order of queues", 2, 2)
            .with(RUNNEXT, ORDERED)
            .programs(Program.of(BLOCK, SYSCALL), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens")
            .expects("no-idle-beside-local-work")
            .expects("work-conservation")
            .symmetric(71927, 214433, 108)
            .counts(198786, 594796, 118));
  }
}
