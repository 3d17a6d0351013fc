package psyscall.model.workload;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import psyscall.model.behavior.World;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;

/// A program to be run: what its goroutines do, and where.
///
/// @param name lower case words joined by hyphens
/// @param summary what it shows, in one sentence
/// @param release whose rules run it
/// @param processors GOMAXPROCS, at least 1
/// @param preemption whether running goroutines are asked to yield by signals too
/// @param words the words that calls can wait on, with what they hold at the start
/// @param goroutines what each does; the first runs first
/// @param extensions what is modelled beyond what the operations need
public record Workload(
    String name,
    String summary,
    Release release,
    int processors,
    Preemption preemption,
    SortedMap<String, Long> words,
    List<GoroutineText> goroutines,
    Set<Feature> extensions) {

  /// Whether requests to yield are sent as signals.
  public enum Preemption {
    /// Where the release does so.
    ASYNCHRONOUS,
    /// Never, as with `GODEBUG=asyncpreemptoff=1`.
    COOPERATIVE
  }

  /// Copies the collections.
  public Workload {
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    goroutines = List.copyOf(goroutines);
    extensions = extensions.isEmpty() ? Set.of() : EnumSet.copyOf(extensions);
  }

  /// A program that needs what its operations need.
  ///
  /// @param name lower case words joined by hyphens
  /// @param summary what it shows, in one sentence
  /// @param release whose rules run it
  /// @param processors GOMAXPROCS, at least 1
  /// @param preemption whether running goroutines are asked to yield by signals too
  /// @param words the words that calls can wait on, with what they hold at the start
  /// @param goroutines what each does; the first runs first
  public Workload(
      String name,
      String summary,
      Release release,
      int processors,
      Preemption preemption,
      SortedMap<String, Long> words,
      List<GoroutineText> goroutines) {
    this(name, summary, release, processors, preemption, words, goroutines, Set.of());
  }

  /// What one goroutine does.
  ///
  /// @param operations in order; behind the last it ends
  /// @param origin how it comes to be
  /// @param name what those that create it may call it; empty if it has no name
  public record GoroutineText(List<Operation> operations, Origin origin, String name) {
    /// Copies the operations.
    public GoroutineText {
      operations = List.copyOf(operations);
    }

    /// A goroutine without a name.
    ///
    /// @param operations in order; behind the last it ends
    /// @param origin how it comes to be
    public GoroutineText(List<Operation> operations, Origin origin) {
      this(operations, origin, "");
    }

    /// Whether it is the system's helper of forced collections: it is there from the start, and
    /// waits.
    ///
    /// @return whether that is its one operation
    public boolean isSystem() {
      return operations.equals(List.of(new Operation.HelpForcedCollection()));
    }

    private Program program(Set<Op> choices) {
      return isSystem()
          ? Program.forcedCollection()
          : Program.open(choices, origin == Origin.SPAWNED);
    }
  }

  /// How a goroutine comes to be.
  public enum Origin {
    /// It is there from the start.
    INITIAL,
    /// Another creates it.
    SPAWNED
  }

  /// The same program elsewhere.
  ///
  /// @param other whose rules run it
  /// @param ps GOMAXPROCS, at least 1
  /// @param how whether running goroutines are asked to yield by signals too
  /// @return the changed workload
  public Workload on(Release other, int ps, Preemption how) {
    return new Workload(name, summary, other, ps, how, words, goroutines, extensions);
  }

  /// Whether running goroutines are asked to yield by signals too.
  ///
  /// @return whether the release does so, and it is wanted
  public boolean sendsSignals() {
    return state().sendsSignals();
  }

  /// The state of the runtime layer, with queues in Go's own order.
  public RuntimeState state() {
    Set<Feature> features = features();
    Set<Op> choices = choices(features.contains(Feature.SIGURG));
    List<Program> programs = goroutines.stream().map(text -> text.program(choices)).toList();
    return new RuntimeState(release, threads(), processors, programs, features);
  }

  /// What the goroutines do, whichever and whenever. Where no signals are sent, none need be
  /// blocked.
  private Set<Op> choices(boolean sendsSignals) {
    Set<Op> choices = EnumSet.noneOf(Op.class);
    for (GoroutineText text : goroutines) {
      for (Operation operation : text.operations()) {
        Op op = operation.op();
        choices.add(op == Op.RAW_BLOCKED && !sendsSignals ? Op.RAW_SYSCALL : op);
      }
    }
    choices.remove(Op.FORCE_GC);
    return choices;
  }

  /// What is modelled: the basic part, queues in Go's own order, what the operations need, and what
  /// is asked for beyond.
  ///
  /// @return in the order of their declaration
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.copyOf(Feature.basics());
    features.addAll(Feature.queues());
    features.add(Feature.NEWPROC);
    features.addAll(extensions);
    for (GoroutineText text : goroutines) {
      text.operations().forEach(operation -> Needs.of(operation).ifPresent(features::add));
    }
    if (preemption == Preemption.ASYNCHRONOUS) {
      features.add(Feature.SIGURG);
    } else {
      features.remove(Feature.SIGURG);
    }
    return features;
  }

  /// A thread for each P and each goroutine, so that no start has to wait for one.
  public int threads() {
    return processors + goroutines.size();
  }

  public World world() {
    return new World(
        Map.of(M.IDS.sort(), threads(), P.IDS.sort(), processors, G.IDS.sort(), goroutines.size()));
  }

  /// The rules, each step of which is checked against the lifecycle.
  public Specification specification() {
    return specification(UnaryOperator.identity());
  }

  /// The rules of a changed protocol, each step of which is checked against the lifecycle.
  ///
  /// @param change what is changed, such as a bug
  /// @return the rules
  /// @throws psyscall.spec.term.IllFormed if the protocol has not what is changed
  public Specification specification(UnaryOperator<Protocol> change) {
    RuntimeState state = state();
    return GoRuntime.checked(state, change.apply(GoRuntime.protocol(state)));
  }
}
