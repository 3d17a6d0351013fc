package psyscall.spec.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Type;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Var;

/// The state variables of the runtime layer, for given sizes, programs and features.
public final class RuntimeState {
  private final Release release;
  private final Set<Feature> features;
  private final int threads;
  private final int processors;
  private final List<Program> written;
  private final Optional<Locks> locks;
  private final Optional<WorldSemaphore> worldsema;
  private final Optional<Poller> poller;
  private final Optional<StubState> stubs;
  private final List<Var> variables;

  /// The fields of `p`.
  public final Processors p;

  /// The fields of `m`.
  public final Threads m;

  /// The fields of `g`.
  public final Goroutines g;

  /// The fields of `sched`.
  public final Sched sched;

  /// What the goroutines do.
  public final Programs programs;

  /// Who holds each P; its mirrors are no variables of this state.
  public final LifecycleState lifecycle;

  /// Declares the variables.
  ///
  /// @param release the release of Go
  /// @param ms how many threads there can be, at least 1
  /// @param ps GOMAXPROCS, at least 1
  /// @param programs one for each goroutine, at least one
  /// @param features what is modelled
  public RuntimeState(
      Release release, int ms, int ps, List<Program> programs, Set<Feature> features) {
    this.release = release;
    this.threads = ms;
    this.processors = ps;
    this.written = List.copyOf(programs);
    this.programs = new Programs(programs, !release.has(Change.TEMPLATE_ATOMIC));
    this.features = features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
    requireExtensions();
    Declarations declare = new Declarations();
    sched = new Sched(declare, ms, ps, release, idleLocked());
    p = new Processors(declare);
    m = new Threads(declare, release);
    g = new Goroutines(declare, this.programs);
    locks = has(Feature.LOCKED) ? Optional.of(new Locks(declare, release)) : Optional.empty();
    worldsema =
        has(Feature.WORLDSEMA) ? Optional.of(new WorldSemaphore(declare)) : Optional.empty();
    poller = has(Feature.POLLER) ? Optional.of(new Poller(declare)) : Optional.empty();
    stubs = has(Feature.STUBS) ? Optional.of(new StubState(declare, release)) : Optional.empty();
    lifecycle = new LifecycleState();
    List<Var> all = new ArrayList<>(declare.variables());
    all.addAll(lifecycle.ghosts());
    variables = List.copyOf(all);
  }

  private Type<Int> idleLocked() {
    return has(Feature.LOCKED) ? Int.range(Locks.fewestIdle(threads), threads) : Int.range(-1, 1);
  }

  private void requireExtensions() {
    for (Op op : programs.ops()) {
      if (!op.extension().map(features::contains).orElse(true)) {
        throw new IllFormed(
            "operation of an extension that is off: operation="
                + op.name().toLowerCase(Locale.ROOT)
                + ", extension="
                + op.extension().map(Feature::word).orElse(""));
      }
    }
    if (programs.isSpawned(0)) {
      throw new IllFormed("the goroutine that runs first is created by another: goroutine=G0");
    }
  }

  /// What is kept of locked goroutines.
  ///
  /// @return the fields
  /// @throws IllFormed where locked goroutines are not modelled
  public Locks locks() {
    return locks.orElseThrow(
        () -> new IllFormed("fields of an extension that is off: extension=locked"));
  }

  /// The semaphore of the world.
  ///
  /// @return its variables
  /// @throws IllFormed if the extension is off
  public WorldSemaphore worldsema() {
    return worldsema.orElseThrow(
        () -> new IllFormed("no semaphore of the world: extension=worldsema is off"));
  }

  /// The release of Go.
  ///
  /// @return the release
  public Release release() {
    return release;
  }

  /// Whether the release has a change.
  ///
  /// @param change which
  /// @return whether it was made
  public boolean has(Change change) {
    return release.has(change);
  }

  /// Whether a feature is modelled.
  ///
  /// @param feature which
  /// @return whether it is on
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /// Whether sysmon runs.
  ///
  /// @return whether any of its features is on
  public boolean hasSysmon() {
    return has(Feature.RETAKE)
        || has(Feature.SLICE)
        || has(Feature.DEEP_SLEEP)
        || has(Feature.FORCE_GC);
  }

  /// Whether any extension is modelled.
  ///
  /// @return whether one is on
  public boolean isExtended() {
    return Feature.extensions().stream().anyMatch(this::has);
  }

  /// The network poller.
  ///
  /// @return its variables
  /// @throws IllegalStateException where [Feature#POLLER] is off
  public Poller poller() {
    return poller.orElseThrow(() -> new IllegalStateException("the poller is off"));
  }

  /// What system calls need that are made register by register.
  ///
  /// @return its variables
  /// @throws IllegalStateException where [Feature#STUBS] is off
  public StubState stubs() {
    return stubs.orElseThrow(() -> new IllegalStateException("the stubs are off"));
  }

  /// How many threads there can be.
  ///
  /// @return |M|, at least 1
  public int threads() {
    return threads;
  }

  /// GOMAXPROCS.
  ///
  /// @return |P|, at least 1
  public int processors() {
    return processors;
  }

  /// How many goroutines there are.
  ///
  /// @return |G|, at least 1
  public int goroutines() {
    return written.size();
  }

  /// All variables, in the order of their declaration.
  ///
  /// @return the state
  public List<Var> variables() {
    return variables;
  }
}
