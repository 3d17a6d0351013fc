package psyscall.spec.scenario;

import static psyscall.spec.release.Release.GO_1_14_15;
import static psyscall.spec.release.Release.GO_1_19_13;
import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.POLLER;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SCAN_BIT;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.FOR_EACH_P;
import static psyscall.spec.state.Op.NETWAIT;
import static psyscall.spec.state.Op.STOP_THE_WORLD;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios in which stacks are scanned meanwhile.
final class ScanScenarios {
  private ScanScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft(
                "syscall-beside-scan",
                "two system calls share one P, with retake, while stacks are scanned",
                2,
                1)
            .programs(Program.of(SYSCALL), Program.of(SYSCALL))
            .with(SCAN_BIT)
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens", "change-waits-for-scan")
            .symmetric(9184, 34320, 68)
            .counts(16158, 60543, 72),
        new Draft("stop-beside-scan", "a stop-the-world while stacks are scanned", 2, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of())
            .with(SCAN_BIT)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops", "stop-waits", "change-waits-for-scan")
            .symmetric(1805, 4380, 69)
            .counts(2743, 6319, 88),
        new Draft("stop-beside-scan-in-1-19", "stop-beside-scan in Go 1.19.13", 2, 2)
            .of(GO_1_19_13)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of())
            .with(SCAN_BIT)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops", "stop-waits", "change-waits-for-scan")
            .symmetric(1489, 3899, 63)
            .counts(2189, 5344, 76),
        new Draft(
                "safe-point-beside-scan-in-1-14",
                "a forEachP while stacks are scanned, in Go 1.14.15",
                2,
                2)
            .of(GO_1_14_15)
            .programs(Program.of(BLOCK, FOR_EACH_P), Program.of())
            .with(SCAN_BIT)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(2425, 7088, 70)
            .counts(3062, 8554, 70),
        new Draft(
                "network-beside-scan",
                "a goroutine waits for the network, another for a note, while stacks are scanned",
                2,
                1)
            .programs(Program.of(BLOCK), Program.of(NETWAIT))
            .with(POLLER, SCAN_BIT)
            .without(DEEP_SLEEP, SLICE)
            .symmetric(12649, 47556, 76)
            .counts(13484, 49976, 79));
  }
}
