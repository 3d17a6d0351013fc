package psyscall.spec.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario.Counts;
import psyscall.spec.scenario.Scenario.Pinned;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;

/// A scenario being written down; everything is on, and what always holds is checked, unless it
/// says otherwise.
final class Draft {
  private static final List<String> ALWAYS =
      List.of(
          "refines-lifecycle",
          "processor-in-one-place",
          "goroutine-in-one-place",
          "no-throw",
          "running-has-a-processor",
          "idle-threads-hold-nothing",
          "idle-only-with-nothing-to-do",
          "spinners-are-counted",
          "wake-ups-carry-news",
          "stopwait-counts-unstopped",
          "deadlock-detection-is-right",
          "deadlock-free",
          "no-idle-beside-local-work");

  /// A slice that ends brings the waiting goroutine to run after all, and opens doors of its own.
  private static final List<String> WITHOUT_SLICES =
      List.of("work-conservation", "work-conservation-at-rest");

  private final String name;
  private final String summary;
  private final int threads;
  private final int processors;
  private final Set<Feature> features = EnumSet.copyOf(Feature.basics());
  private final List<String> ofPrograms = new ArrayList<>();
  private final List<String> witnesses = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private Release release = Release.GO_1_10_8;
  private List<Program> programs = List.of();
  private Optional<Counts> symmetric = Optional.empty();
  private Optional<Counts> cut = Optional.empty();

  Draft(String name, String summary, int threads, int processors) {
    this.name = name;
    this.summary = summary;
    this.threads = threads;
    this.processors = processors;
  }

  /// What the goroutines do; extensions are switched on before.
  Draft programs(Program... of) {
    programs = List.of(of);
    Set<Op> ops = EnumSet.noneOf(Op.class);
    programs.forEach(program -> program.positions().forEach(ops::addAll));
    if (ops.contains(Op.STOP_THE_WORLD)) {
      ofPrograms.add("stopped-world-runs-nobody");
      ofPrograms.add("no-lost-stop-notification");
      addIfEnoughThreads("stop-the-world-can-complete");
    }
    if (ops.contains(Op.FOR_EACH_P)) {
      ofPrograms.add("safe-point-runs-once");
      addIfEnoughThreads("for-each-p-can-complete");
    }
    return this;
  }

  private void addIfEnoughThreads(String property) {
    if (Scenario.hasThreadsEnough(threads, processors, programs, features)) {
      ofPrograms.add(property);
    }
  }

  private List<String> properties() {
    List<String> all = new ArrayList<>(ALWAYS);
    if (!features.contains(Feature.SLICE)) {
      all.addAll(WITHOUT_SLICES);
    }
    if (features.contains(Feature.LOCKED)) {
      all.add("locked-runs-on-its-thread");
    }
    if (features.contains(Feature.DEEP_SLEEP)) {
      all.add("no-syscall-beside-deep-sleep");
    }
    if (features.contains(Feature.WORLDSEMA)) {
      all.add("semaphore-is-released");
    }
    if (features.contains(Feature.POLLER)) {
      all.add("network-is-polled");
    }
    if (features.contains(Feature.STUBS)) {
      all.add("results-are-ones-own");
    }
    all.addAll(ofPrograms);
    all.addAll(witnesses);
    return all;
  }

  /// Says for which release it is, if not for 1.10.8.
  Draft of(Release other) {
    release = other;
    return this;
  }

  /// Switches extensions on.
  Draft with(Feature... on) {
    features.addAll(List.of(on));
    return this;
  }

  Draft without(Feature... off) {
    features.removeAll(List.of(off));
    return this;
  }

  /// Asks for a witness.
  Draft reaches(String... names) {
    witnesses.addAll(List.of(names));
    return this;
  }

  /// Expects a violation that is known and native.
  Draft expects(String property) {
    expected.add(property);
    return this;
  }

  /// Pins the quotient by symmetry.
  Draft symmetric(long states, long transitions, int depth) {
    symmetric = Optional.of(new Counts(states, transitions, depth));
    return this;
  }

  /// Pins the graph with each program cut by its last operation.
  Draft cut(long states, long transitions, int depth) {
    cut = Optional.of(new Counts(states, transitions, depth));
    return this;
  }

  /// Pins the whole graph, and is done.
  Scenario counts(long states, long transitions, int depth) {
    return scenario(Optional.of(new Counts(states, transitions, depth)));
  }

  /// Is done; the whole graph is too large to be counted.
  Scenario uncounted() {
    return scenario(Optional.empty());
  }

  private Scenario scenario(Optional<Counts> whole) {
    return new Scenario(
        name,
        summary,
        release,
        threads,
        processors,
        programs,
        features,
        properties(),
        expected,
        new Pinned(whole, symmetric, cut));
  }
}
