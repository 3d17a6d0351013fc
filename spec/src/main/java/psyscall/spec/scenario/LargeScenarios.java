package psyscall.spec.scenario;

import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.STOP_THE_WORLD;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios of a million states and more; their size comes from interleaving, as the counts of the
/// graphs with shorter programs show.
///
/// Where slices end, #55160 shows itself (docs/limits.md): `no-idle-beside-local-work` is expected
/// to be violated there.
final class LargeScenarios {
  private LargeScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>(stops());
    all.addAll(calls());
    return List.copyOf(all);
  }

  private static List<Scenario> stops() {
    return List.of(
        new Draft(
                "stop-while-calling-twice",
                "a stop-the-world against two calls in a row, sysmon sleeping deeply",
                3,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL, SYSCALL))
            .without(RETAKE, SLICE)
            .reaches("world-stops", "deep-sleep-ends", "entry-wakes-sysmon")
            .symmetric(331019, 1350356, 119)
            .cut(51844, 200074, 86)
            .counts(1049554, 4299431, 121),
        new Draft(
                "stop-with-all-of-sysmon",
                "a stop-the-world after a blocking call, with all of sysmon",
                2,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL))
            .reaches("world-stops", "retake-happens", "deep-sleep-ends")
            .expects("no-idle-beside-local-work")
            .symmetric(522597, 1769219, 172)
            .cut(43656, 170588, 134)
            .counts(1293874, 4477249, 189),
        new Draft(
                "stop-then-calls-with-all-of-sysmon",
                "a stop-the-world, then two system calls, with all of sysmon",
                2,
                2)
            .programs(Program.of(STOP_THE_WORLD), Program.of(SYSCALL, SYSCALL))
            .reaches("world-stops", "retake-happens", "deep-sleep-ends")
            .expects("no-idle-beside-local-work")
            .symmetric(763717, 2587321, 144)
            .cut(55472, 206368, 143)
            .counts(2194809, 7522301, 198),
        new Draft(
                "stop-against-calls-with-all-of-sysmon",
                "a stop-the-world after a blocking call, against two calls, with all of sysmon",
                2,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL, SYSCALL))
            .reaches("world-stops", "retake-happens", "deep-sleep-ends")
            .expects("no-idle-beside-local-work")
            .symmetric(1309983, 4373489, 184)
            .cut(569413, 1978435, 154)
            .counts(3782267, 12691426, 195),
        new Draft(
                "stop-with-four-threads",
                "a stop-the-world against two threads in system calls",
                4,
                2)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("world-stops", "slow-exit-happens")
            .symmetric(234153, 869773, 150)
            .cut(19818, 54983, 80)
            .counts(3927961, 14659300, 154),
        new Draft(
                "stop-first-with-all-of-sysmon",
                "a stop-the-world, then a system call, three threads, with all of sysmon",
                3,
                2)
            .programs(Program.of(STOP_THE_WORLD), Program.of(SYSCALL))
            .reaches("world-stops", "retake-happens", "deep-sleep-ends")
            .expects("no-idle-beside-local-work")
            .symmetric(3565728, 15978908, 223)
            .cut(271, 724, 25)
            .uncounted());
  }

  private static List<Scenario> calls() {
    return List.of(
        new Draft("three-ps", "blocking calls and system calls on three Ps", 4, 3)
            .programs(Program.of(BLOCK, BLOCK), Program.of(SYSCALL), Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(185660, 855920, 146)
            .cut(8588396, 41010412, 117)
            .counts(16323548, 76578511, 146),
        new Draft("four-goroutines", "four goroutines in calls on three Ps", 4, 3)
            .programs(
                Program.of(BLOCK, BLOCK),
                Program.of(SYSCALL),
                Program.of(SYSCALL),
                Program.of(SYSCALL))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(329031, 1525176, 161)
            .cut(173808, 824688, 123)
            .uncounted());
  }
}
