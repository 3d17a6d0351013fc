package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.FORCE_GC;
import static psyscall.spec.state.Feature.GLOBAL_TURN;
import static psyscall.spec.state.Feature.MARK_WORK;
import static psyscall.spec.state.Feature.POLLER;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SIGURG;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.FOR_EACH_P;
import static psyscall.spec.state.Op.GOSCHED;
import static psyscall.spec.state.Op.NETWAIT;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.RAW_BLOCKED;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.STOP_THE_WORLD;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.List;
import java.util.stream.Stream;
import psyscall.spec.state.Program;

/// Scenarios with extensions of the model: forced collections, idle mark work, the network poller,
/// the global queue's turn, signals.
final class ExtensionScenarios {
  private ExtensionScenarios() {}

  static List<Scenario> all() {
    return Stream.of(beside(), requests()).flatMap(List::stream).toList();
  }

  private static List<Scenario> beside() {
    return List.of(
        new Draft(
                "mark-work-and-safe-point",
                "a forEachP while a thread may take an idle P for mark work",
                2,
                2)
            .with(MARK_WORK)
            .programs(Program.of(BLOCK, FOR_EACH_P), Program.of())
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(1964, 4571, 76)
            .counts(4180, 9800, 82),
        new Draft(
                "network-beside-idle", "two goroutines wait for the network while Ps go idle", 2, 2)
            .with(POLLER)
            .programs(Program.of(BLOCK, NETWAIT), Program.of(NETWAIT))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(3276, 6913, 97)
            .counts(11493, 23957, 116),
        new Draft(
                "network-then-block",
                "a goroutine blocks after it waited for the network, another waits still",
                2,
                2)
            .with(POLLER)
            .programs(Program.of(NETWAIT, BLOCK), Program.of(NETWAIT))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(1719, 3433, 83)
            .counts(5253, 10530, 83),
        new Draft("network-and-stop", "sysmon and start-the-world poll the network too", 2, 1)
            .with(POLLER)
            .programs(Program.of(NETWAIT), Program.of(STOP_THE_WORLD))
            .without(DEEP_SLEEP, SLICE)
            .symmetric(933, 2235, 68)
            .counts(973, 2325, 68),
        new Draft(
                "network-with-sysmon",
                "sysmon polls while a thread comes back from the poller and another from a call",
                3,
                1)
            .with(POLLER)
            .programs(Program.of(BLOCK), Program.of(NETWAIT), Program.of(NETWAIT))
            .without(DEEP_SLEEP, SLICE)
            .symmetric(74249, 254881, 110)
            .counts(324015, 1109276, 114));
  }

  private static List<Scenario> requests() {
    return List.of(
        new Draft(
                "forced-collection", "a system call beside sysmon, which forces a collection", 3, 1)
            .with(FORCE_GC)
            .programs(Program.of(SYSCALL), Program.forcedCollection())
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens")
            .expects("no-throw")
            .expects("deadlock-detection-is-right")
            .symmetric(36041, 126983, 124)
            .counts(82357, 291546, 124),
        new Draft(
                "global-queue-has-its-turn",
                "a thread takes one that yielded from the global queue before its local ones",
                2,
                1)
            .with(GLOBAL_TURN)
            .programs(Program.of(GOSCHED, BLOCK), Program.of(READY), Program.of(PARK))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(1080, 1882, 66)
            .counts(1106, 1918, 66),
        new Draft(
                "stop-beside-blocked-raw-call",
                "a stop-the-world waits for a raw call with signals blocked, as around fork",
                3,
                2)
            .with(SIGURG)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(RAW_BLOCKED))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .expects("stop-the-world-can-complete")
            .symmetric(7907, 20988, 86)
            .counts(28632, 77415, 97));
  }
}
