package psyscall.spec.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;

/// A named finite world: sizes, a program for each goroutine, features, properties, pinned counts.
///
/// @param name lower case words joined by hyphens
/// @param summary what it shows, in one sentence
/// @param release the release of Go
/// @param threads how many threads there can be, at least 1
/// @param processors GOMAXPROCS, at least 1
/// @param programs one for each goroutine
/// @param features what is modelled
/// @param properties the names of the properties that are checked
/// @param expected the names of those that are violated, and known to be
/// @param pinned how large its graphs are
public record Scenario(
    String name,
    String summary,
    Release release,
    int threads,
    int processors,
    List<Program> programs,
    Set<Feature> features,
    List<String> properties,
    List<String> expected,
    Pinned pinned) {
  /// Copies the collections.
  public Scenario {
    programs = List.copyOf(programs);
    features = java.util.Collections.unmodifiableSet(copy(features));
    properties = List.copyOf(properties);
    expected = List.copyOf(expected);
    requireOneStopper(name, programs, features);
    boolean possible = properties.stream().anyMatch(POSSIBLE::contains);
    if (possible && !hasThreadsEnough(threads, processors, programs, features)) {
      throw new IllFormed(
          "too few threads for a property of possibility: scenario="
              + name
              + ", threads="
              + threads
              + "; it takes one for each P and for each G that can be in the kernel meanwhile");
    }
  }

  private static final List<String> POSSIBLE =
      List.of("stop-the-world-can-complete", "for-each-p-can-complete");

  private static final Set<Op> STOPPING = EnumSet.of(Op.STOP_THE_WORLD, Op.FOR_EACH_P);

  private static final Set<Op> CALLING =
      EnumSet.of(Op.SYSCALL, Op.RAW_SYSCALL, Op.RAW_BLOCKED, Op.BLOCK);

  private static final Set<Op> LOCKING = EnumSet.of(Op.LOCK);

  /// Without the semaphore of the world at most one goroutine stops it or runs forEachP.
  private static void requireOneStopper(
      String name, List<Program> programs, Set<Feature> features) {
    if (features.contains(Feature.WORLDSEMA)) {
      return;
    }
    long stoppers = programs.stream().filter(p -> mentions(p, STOPPING)).count();
    if (stoppers > 1) {
      throw new IllFormed(
          "more than one goroutine stops the world or runs forEachP: scenario="
              + name
              + ", goroutines="
              + stoppers
              + ", limit=1; the extension worldsema admits more");
    }
  }

  private static boolean mentions(Program program, Set<Op> wanted) {
    return program.positions().stream().anyMatch(ops -> ops.stream().anyMatch(wanted::contains));
  }

  /// Whether no thread start has to wait for a kernel call: a thread for each P, and one for each
  /// goroutine that can be in the kernel while the world is being stopped, or that keeps a thread.
  ///
  /// @param threads how many threads there can be
  /// @param processors GOMAXPROCS
  /// @param programs one for each goroutine
  /// @param features what is modelled; a thread more can block in the poller
  /// @return whether properties of possibility mean something (design section 4)
  static boolean hasThreadsEnough(
      int threads, int processors, List<Program> programs, Set<Feature> features) {
    long calling =
        programs.stream().filter(p -> !mentions(p, STOPPING) && mentions(p, CALLING)).count();
    long locking =
        programs.stream().filter(p -> !mentions(p, CALLING) && mentions(p, LOCKING)).count();
    long polling = features.contains(Feature.POLLER) ? 1 : 0;
    return threads >= processors + calling + locking + polling;
  }

  private static Set<Feature> copy(Set<Feature> features) {
    return features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
  }

  /// The size of a graph.
  ///
  /// @param states distinct states
  /// @param transitions pairs of a state and a step that is possible in it
  /// @param depth steps of the longest shortest path from the initial state
  public record Counts(long states, long transitions, int depth) {}

  /// The sizes of a scenario's graphs, as far as they are known.
  ///
  /// @param whole without symmetry
  /// @param symmetric of the quotient by symmetry: one state for all that differ by names of Ms, Ps
  ///   and Gs only
  /// @param cut like `whole`, or like `symmetric` where `whole` is not known, with each program cut
  ///   by its last operation: what the size owes to interleaving
  public record Pinned(Optional<Counts> whole, Optional<Counts> symmetric, Optional<Counts> cut) {}

  /// The same world with each program cut by its last operation; it is there to be counted, so
  /// nothing is judged, expected or pinned.
  ///
  /// @return the smaller scenario; an empty program stays empty
  public Scenario cut() {
    List<Program> shorter = programs.stream().map(Program::cut).toList();
    return new Scenario(
        name + "-cut",
        summary,
        release,
        threads,
        processors,
        shorter,
        features,
        List.of(),
        List.of(),
        new Pinned(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /// The same world in another release; nothing is expected or pinned there.
  ///
  /// @param other a release of Go
  /// @return the scenario itself where it is of that release
  public Scenario on(Release other) {
    return release.equals(other)
        ? this
        : new Scenario(
            name,
            summary,
            other,
            threads,
            processors,
            programs,
            features,
            properties,
            List.of(),
            new Pinned(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /// The same world with Go's own order of queues, once for each order in which the goroutines can
  /// wait at the start; nothing is expected or pinned there.
  ///
  /// @return worlds that differ by the order of their programs, the first of which stays; empty
  ///   where the queues are in Go's order already
  public List<Scenario> inGosOrder() {
    if (features.containsAll(Feature.queues())) {
      return List.of();
    }
    Set<Feature> all = copy(features);
    all.addAll(Feature.queues());
    Set<List<Program>> starts = new LinkedHashSet<>();
    collectStarts(programs.subList(0, 1), programs.subList(1, programs.size()), starts);
    return starts.stream()
        .map(
            start ->
                new Scenario(
                    name,
                    summary,
                    release,
                    threads,
                    processors,
                    start,
                    all,
                    properties,
                    List.of(),
                    new Pinned(Optional.empty(), Optional.empty(), Optional.empty())))
        .toList();
  }

  private static void collectStarts(
      List<Program> first, List<Program> rest, Set<List<Program>> starts) {
    if (rest.isEmpty()) {
      starts.add(first);
    }
    for (int at = 0; at < rest.size(); at++) {
      List<Program> longer = new ArrayList<>(first);
      List<Program> shorter = new ArrayList<>(rest);
      longer.add(shorter.remove(at));
      collectStarts(longer, shorter, starts);
    }
  }

  /// The state variables.
  ///
  /// @return fresh handles for this world
  public RuntimeState state() {
    return new RuntimeState(release, threads, processors, programs, features);
  }

  /// The protocol before inlining.
  ///
  /// @return what mutations change
  public Protocol protocol() {
    return GoRuntime.protocol(state());
  }

  /// The rules, ready for the scenario's properties.
  ///
  /// @return the specification
  public Specification specification() {
    return specification(protocol(), properties);
  }

  /// The rules of a protocol of this world, changed or not.
  ///
  /// @param protocol the protocol
  /// @param claims the names of the properties that will be judged
  /// @return the specification; its steps are checked against the lifecycle if a property says so
  public Specification specification(Protocol protocol, List<String> claims) {
    return claims.contains(Properties.REFINES_LIFECYCLE)
        ? GoRuntime.checked(state(), protocol)
        : Flattening.of(protocol);
  }

  /// The sizes of the id sorts.
  ///
  /// @return how many Ms, Ps and Gs there are
  public Map<Sort.Individual, Integer> sizes() {
    return Map.of(M.IDS.sort(), threads, P.IDS.sort(), processors, G.IDS.sort(), programs.size());
  }

  /// The properties of the scenario about a specification of it.
  ///
  /// @param specification the rules of its protocol, mutated or not
  /// @return the properties in the order of their names in [#properties]
  public List<Property> claims(Specification specification) {
    RuntimeView view = new RuntimeView(state(), specification);
    List<Property> claims = new ArrayList<>();
    properties.forEach(property -> claims.add(Properties.of(property, view)));
    return claims;
  }

  /// The extensions that are switched on, by name.
  ///
  /// @return in the order of their declaration
  public List<String> with() {
    return features.stream().filter(feature -> !feature.isBasic()).map(Feature::word).toList();
  }

  /// The basic features that are switched off, by name.
  ///
  /// @return in the order of their declaration
  public List<String> off() {
    List<String> off = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (feature.isBasic() && !features.contains(feature)) {
        off.add(feature.word());
      }
    }
    return off;
  }
}
