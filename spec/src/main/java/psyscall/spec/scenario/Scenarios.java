package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.COMPUTE;
import static psyscall.spec.state.Op.FOR_EACH_P;
import static psyscall.spec.state.Op.GOSCHED;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.RAW_SYSCALL;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.STOP_THE_WORLD;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import psyscall.spec.state.Program;

/// The catalogue of scenarios.
///
/// A second P comes to run only if a goroutine loses its P and comes back, or is woken: that is why
/// many programs begin with `BLOCK`. The counts are those of the whole graph.
public final class Scenarios {
  private Scenarios() {}

  /// All scenarios.
  ///
  /// @return grouped by what they are about, in each group from small to large
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>(calls());
    all.addAll(wakeUps());
    all.addAll(yields());
    all.addAll(stops());
    all.addAll(longerStops());
    all.addAll(safePoints());
    all.addAll(LockedScenarios.all());
    all.addAll(SemaphoreScenarios.all());
    all.addAll(ExtensionScenarios.all());
    all.addAll(StubScenarios.all());
    all.addAll(ReleaseScenarios.all());
    all.addAll(LargeScenarios.all());
    return List.copyOf(all);
  }

  /// A scenario by name.
  ///
  /// @param name its name
  /// @return the scenario, if there is one
  public static Optional<Scenario> named(String name) {
    return all().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  private static List<Scenario> calls() {
    return List.of(
        new Draft("one-call", "one system call that nobody disturbs", 1, 1)
            .programs(Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(24, 23, 23)
            .counts(24, 23, 23),
        new Draft("one-call-sysmon", "one system call beside sysmon, which may take the P", 1, 1)
            .programs(Program.of(SYSCALL))
            .reaches("retake-happens", "slow-exit-happens")
            .symmetric(514, 1076, 34)
            .counts(514, 1076, 34),
        new Draft("hand-off", "a blocking call hands the only P off", 2, 1)
            .programs(Program.of(BLOCK), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("slow-exit-happens")
            .symmetric(301, 526, 54)
            .counts(308, 535, 54),
        new Draft("two-calls-one-p", "two system calls share one P, with retake", 2, 1)
            .programs(Program.of(SYSCALL), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens", "aba-happens")
            .symmetric(4208, 11254, 68)
            .counts(7307, 19767, 72),
        new Draft("anything-twice", "a goroutine does anything, twice, beside a system call", 2, 1)
            .programs(
                Program.anything(2, EnumSet.of(COMPUTE, SYSCALL, BLOCK, GOSCHED)),
                Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(936, 1600, 64)
            .counts(1156, 1976, 76),
        new Draft("many-threads", "four threads, two Ps, three goroutines in calls", 4, 2)
            .programs(Program.of(BLOCK), Program.of(SYSCALL), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(4314, 11584, 98)
            .counts(37692, 103745, 98),
        new Draft("two-calls-with-slices", "two system calls share one P, with all of sysmon", 2, 1)
            .programs(Program.of(SYSCALL), Program.of(SYSCALL))
            .reaches("retake-happens", "slow-exit-happens", "aba-happens")
            .symmetric(19651, 55857, 89)
            .counts(56570, 164335, 98),
        new Draft(
                "hand-off-beside-spinner",
                "sysmon hands a P off while the last spinning thread finds work for two",
                2,
                2)
            .programs(Program.of(BLOCK, SYSCALL), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens", "slow-exit-happens")
            .expects("no-idle-beside-local-work")
            .expects("work-conservation")
            .symmetric(65485, 195929, 106)
            .counts(179192, 536984, 118),
        new Draft("two-calls-two-ps", "a system call on each of two Ps, with retake", 3, 2)
            .programs(Program.of(BLOCK), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("retake-happens")
            .symmetric(195114, 758959, 104)
            .counts(978419, 3862361, 110));
  }

  private static List<Scenario> wakeUps() {
    return List.of(
        new Draft("park-and-ready", "a goroutine parks and another readies it", 3, 2)
            .programs(Program.of(PARK), Program.of(READY))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(2463, 6753, 75)
            .counts(6464, 17307, 75),
        new Draft("ready-then-block", "a goroutine readies another and blocks", 3, 2)
            .programs(Program.of(BLOCK, READY, BLOCK), Program.of(PARK))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(44071, 129046, 108)
            .counts(226090, 672118, 122),
        new Draft("two-wakers", "two goroutines ready one that parks", 3, 2)
            .programs(Program.of(BLOCK, READY), Program.of(PARK), Program.of(READY))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(24816, 71962, 103)
            .counts(134812, 398241, 106),
        new Draft("hand-off-beside-idle", "blocking calls with an idle P beside", 3, 2)
            .programs(Program.of(BLOCK, BLOCK), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(21548, 63266, 96)
            .counts(87944, 261849, 110));
  }

  private static List<Scenario> yields() {
    return List.of(
        new Draft(
                "yield-beside-spinner",
                "a goroutine readies another and yields, while a thread ceases to spin",
                2,
                2)
            .programs(Program.of(PARK, PARK), Program.of(READY, GOSCHED, READY, GOSCHED))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("idle-beside-queued-work")
            .expects("work-conservation")
            .symmetric(3039, 6089, 86)
            .counts(5540, 11126, 87));
  }

  private static List<Scenario> stops() {
    return List.of(
        new Draft("stop-first", "a stop-the-world before anybody else runs", 2, 2)
            .programs(Program.of(STOP_THE_WORLD), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops")
            .symmetric(996, 2005, 71)
            .counts(1563, 3152, 76),
        new Draft(
                "stop-beside-raw-call", "a stop-the-world waits for a call that tells nobody", 3, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(RAW_SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .expects("stop-the-world-can-complete")
            .symmetric(7907, 20988, 86)
            .counts(28632, 77415, 97),
        new Draft("stop-with-sysmon", "a stop-the-world, then a system call, beside sysmon", 2, 2)
            .programs(Program.of(STOP_THE_WORLD), Program.of(SYSCALL))
            .without(SLICE)
            .reaches("world-stops", "deep-sleep-ends", "retake-happens")
            .symmetric(34572, 106485, 86)
            .counts(60402, 185787, 95),
        new Draft("stop-while-calling", "a stop-the-world against a thread in a system call", 3, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops", "stop-waits", "slow-exit-happens")
            .symmetric(23408, 65550, 107)
            .counts(78693, 222489, 109),
        new Draft(
                "stop-then-call",
                "the goroutine that stops the world calls afterwards, another meanwhile",
                3,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD, SYSCALL), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("stop-waits", "idle-beside-queued-work")
            .symmetric(31275, 87825, 116)
            .counts(100734, 284508, 118),
        new Draft(
                "stop-with-slices",
                "a stop-the-world against a thread in a system call, slices ending",
                2,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP)
            .reaches("world-stops")
            .expects("no-idle-beside-local-work")
            .symmetric(100700, 395801, 143)
            .counts(222995, 879513, 143));
  }

  private static List<Scenario> longerStops() {
    return List.of(
        new Draft(
                "stop-with-deep-sleep",
                "a stop-the-world against a thread in a system call, sysmon sleeping deeply",
                3,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL))
            .without(RETAKE, SLICE)
            .reaches("world-stops", "deep-sleep-ends", "entry-wakes-sysmon")
            .symmetric(188132, 761763, 110)
            .counts(636544, 2593883, 112),
        new Draft("stop-and-call-again", "a thread is late for a stop, and calls again", 3, 2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD, BLOCK, SYSCALL), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(95185, 269181, 134)
            .counts(393242, 1133471, 145),
        new Draft("stop-with-queues", "a stop-the-world while goroutines are queued", 3, 2)
            .programs(Program.of(BLOCK, READY), Program.of(PARK), Program.of(STOP_THE_WORLD))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(48228, 134463, 107)
            .counts(270155, 783079, 135),
        new Draft(
                "stop-while-calling-sysmon",
                "a stop-the-world against a thread in a system call, with sysmon",
                3,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .reaches("world-stops", "retake-happens", "slow-exit-happens")
            .expects("work-conservation")
            .symmetric(587958, 2252555, 122)
            .counts(2427946, 9388464, 133));
  }

  private static List<Scenario> safePoints() {
    return List.of(
        new Draft("safe-point-with-sysmon", "a forEachP against a thread in a system call", 3, 2)
            .programs(Program.of(BLOCK, FOR_EACH_P), Program.of(SYSCALL))
            .without(DEEP_SLEEP, SLICE)
            .symmetric(487584, 1922712, 121)
            .counts(1862327, 7480455, 126),
        new Draft("two-safe-points", "two forEachPs one after the other", 3, 2)
            .programs(Program.of(BLOCK, FOR_EACH_P, FOR_EACH_P), Program.of(COMPUTE))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(4519, 11525, 114)
            .counts(10904, 27531, 114),
        new Draft(
                "safe-point-while-calling",
                "a forEachP without sysmon may wait for a system call to return",
                3,
                2)
            .programs(Program.of(BLOCK, FOR_EACH_P), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .expects("for-each-p-can-complete")
            .symmetric(21498, 61638, 113)
            .counts(65606, 188720, 113),
        new Draft(
                "stop-then-safe-point",
                "a stop-the-world, then a forEachP, against two threads in system calls",
                3,
                2)
            .programs(
                Program.of(BLOCK, SYSCALL),
                Program.of(STOP_THE_WORLD, FOR_EACH_P),
                Program.of(BLOCK, SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .expects("work-conservation")
            .symmetric(523185, 1514455, 170)
            .counts(4326284, 12566468, 201));
  }
}
