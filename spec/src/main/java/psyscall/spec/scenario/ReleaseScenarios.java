package psyscall.spec.scenario;

import static psyscall.spec.release.Release.GO_1_19_13;
import static psyscall.spec.state.Feature.DEEP_SLEEP;
import static psyscall.spec.state.Feature.POLLER;
import static psyscall.spec.state.Feature.RETAKE;
import static psyscall.spec.state.Feature.SIGURG;
import static psyscall.spec.state.Feature.SLICE;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.GOSCHED;
import static psyscall.spec.state.Op.NETWAIT;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.RAW_SYSCALL;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.STOP_THE_WORLD;

import java.util.List;
import psyscall.spec.state.Program;

/// Scenarios of a later release, which show the bugs that it has as it is.
final class ReleaseScenarios {
  private ReleaseScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Draft("yield-in-1-19", "yield-beside-spinner in Go 1.19.13 (#45867)", 2, 2)
            .of(GO_1_19_13)
            .programs(Program.of(PARK, PARK), Program.of(READY, GOSCHED, READY, GOSCHED))
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .reaches("idle-beside-queued-work")
            .expects("no-idle-beside-local-work")
            .expects("work-conservation")
            .symmetric(2378, 4676, 80)
            .counts(4385, 8650, 87),
        new Draft("network-in-1-19", "network-beside-idle in Go 1.19.13 (#63555)", 2, 2)
            .of(GO_1_19_13)
            .programs(Program.of(BLOCK, NETWAIT), Program.of(NETWAIT))
            .with(POLLER)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .expects("no-idle-beside-local-work")
            .expects("work-conservation")
            .symmetric(2377, 4963, 83)
            .counts(9643, 19755, 83),
        new Draft(
                "stop-with-sigurg-in-1-19",
                "stop-beside-raw-call in Go 1.19.13, which sends SIGURG",
                3,
                2)
            .of(GO_1_19_13)
            .programs(Program.of(BLOCK, STOP_THE_WORLD), Program.of(RAW_SYSCALL))
            .with(SIGURG)
            .without(RETAKE, DEEP_SLEEP, SLICE)
            .symmetric(4999, 12333, 80)
            .counts(19029, 49114, 94),
        new Draft(
                "slice-ends-in-raw-call",
                "sysmon sends SIGURG to a thread in a raw call, for which another waits",
                2,
                1)
            .of(GO_1_19_13)
            .programs(Program.of(RAW_SYSCALL), Program.of())
            .with(SIGURG)
            .without(RETAKE, DEEP_SLEEP)
            .symmetric(450, 1149, 37)
            .counts(585, 1489, 43));
  }
}
