package psyscall.reports.automaton;

import static psyscall.spec.state.Feature.LOCKED;
import static psyscall.spec.state.Feature.MARK_WORK;
import static psyscall.spec.state.Feature.NEWPROC;
import static psyscall.spec.state.Feature.POLLER;
import static psyscall.spec.state.Feature.SCAN_BIT;
import static psyscall.spec.state.Feature.WORLDSEMA;
import static psyscall.spec.state.Op.BLOCK;
import static psyscall.spec.state.Op.COMPUTE;
import static psyscall.spec.state.Op.FOR_EACH_P;
import static psyscall.spec.state.Op.GO;
import static psyscall.spec.state.Op.GOSCHED;
import static psyscall.spec.state.Op.LOCK;
import static psyscall.spec.state.Op.NETWAIT;
import static psyscall.spec.state.Op.PARK;
import static psyscall.spec.state.Op.READY;
import static psyscall.spec.state.Op.STOP_THE_WORLD;
import static psyscall.spec.state.Op.SYSCALL;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Program;

/// Worlds of two threads that together make every statement of the runtime tell its event. They are
/// smaller than those of the catalogue, so that a page is there in a second.
public final class Tour {
  private static final Set<Feature> NONE = Set.of();

  private Tour() {}

  /// The worlds.
  ///
  /// @return in all some 56,000 states
  public static List<Scenario> all() {
    return List.of(
        world("call", 1, Feature.basics(), Program.of(SYSCALL)),
        world("wake", 2, NONE, Program.of(PARK), Program.of(READY, GOSCHED)),
        world("stop-call", 2, NONE, Program.of(BLOCK, STOP_THE_WORLD), Program.of(SYSCALL)),
        world("stop-block", 2, NONE, Program.of(BLOCK, STOP_THE_WORLD), Program.of(BLOCK)),
        world("safe-point-call", 2, NONE, Program.of(BLOCK, FOR_EACH_P), Program.of(SYSCALL)),
        world("safe-point-block", 2, NONE, Program.of(BLOCK, FOR_EACH_P), Program.of(BLOCK)),
        world("lock", 2, Set.of(LOCKED), Program.of(LOCK, GOSCHED), Program.of()),
        world("create", 2, Set.of(NEWPROC), Program.of(GO), Program.toSpawn(COMPUTE)),
        world(
            "two-stops",
            2,
            Set.of(WORLDSEMA),
            Program.of(STOP_THE_WORLD),
            Program.of(STOP_THE_WORLD)),
        world(
            "network",
            2,
            Set.of(POLLER, SCAN_BIT),
            Program.of(BLOCK, NETWAIT),
            Program.of(NETWAIT)),
        world("mark", 2, Set.of(MARK_WORK), Program.of(BLOCK), Program.of()),
        world(
            "network-stop",
            1,
            Set.of(POLLER, SCAN_BIT),
            Program.of(NETWAIT),
            Program.of(STOP_THE_WORLD)));
  }

  private static Scenario world(String name, int size, Set<Feature> features, Program... programs) {
    return new Scenario(
        name,
        "a world that the automata are counted in",
        Release.GO_1_10_8,
        size,
        size,
        List.of(programs),
        features,
        List.of(),
        List.of(),
        new Scenario.Pinned(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
