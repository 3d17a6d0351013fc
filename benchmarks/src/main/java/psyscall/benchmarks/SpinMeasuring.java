package psyscall.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import psyscall.benchmarks.document.SpinResults;
import psyscall.benchmarks.peer.OwnSearch;
import psyscall.benchmarks.peer.PeerRun;
import psyscall.benchmarks.peer.SpinFolder;
import psyscall.benchmarks.peer.SpinFolder.Finished;
import psyscall.benchmarks.peer.Verifier;
import psyscall.benchmarks.peer.Verifier.Storing;
import psyscall.benchmarks.probe.PlainSearchProbe;
import psyscall.benchmarks.probe.SearchFigures;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.benchmarks.workload.Subject;
import psyscall.checker.export.Promela;

/// Lets Spin and us search the same scenario, in turn.
final class SpinMeasuring {
  private final FreshJvm jvm;
  private final SpinFolder spin;
  private final SpinPlan plan;
  private final Diary diary;
  private final Map<OwnSearch, List<PeerRun>> own = new EnumMap<>(OwnSearch.class);
  private final Map<Verifier, List<PeerRun>> theirs = new EnumMap<>(Verifier.class);

  /// Nothing is measured yet.
  ///
  /// @param jvm how a process of ours is started
  /// @param spin where Spin's are made; its folder is empty
  /// @param plan what is measured
  /// @param diary is told what goes on
  SpinMeasuring(FreshJvm jvm, SpinFolder spin, SpinPlan plan, Diary diary) {
    this.jvm = jvm;
    this.spin = spin;
    this.plan = plan;
    this.diary = diary;
  }

  /// Makes the verifiers, then measures. Call it once.
  ///
  /// @return all that was measured
  /// @throws IOException if the exported scenario cannot be written
  /// @throws IllegalStateException if a program failed, a search did not come to its end, or one
  ///   stored another number of states than ours did
  SpinResults run() throws IOException {
    Map<Verifier, Long> buildNanos = build();
    for (int run = 1; run <= plan.runs(); run++) {
      for (OwnSearch search : OwnSearch.values()) {
        diary.note("run=%d search=ours %s".formatted(run, search));
        PeerRun found = measure(search);
        own.computeIfAbsent(search, _ -> new ArrayList<>()).add(found);
      }
      for (Verifier verifier : Verifier.values()) {
        diary.note("run=%d search=Spin's %s".formatted(run, verifier));
        theirs.computeIfAbsent(verifier, _ -> new ArrayList<>()).add(measure(verifier));
      }
    }
    return new SpinResults(plan.scenario(), own, theirs, buildNanos);
  }

  private Map<Verifier, Long> build() throws IOException {
    diary.note("export scenario=" + plan.scenario());
    Subject subject = Subject.unjudged(plan.scenario());
    spin.translate(
        Promela.of(subject.interpreter(), List.of(), List.of("scenario: " + plan.scenario())));
    Map<Verifier, Long> nanos = new EnumMap<>(Verifier.class);
    nanos.put(Verifier.DEPTH_FIRST, compile(Verifier.DEPTH_FIRST, 0));
    int stateBytes = spin.stateBytes(Verifier.DEPTH_FIRST);
    nanos.putAll(compileTwoAtATime(stateBytes));
    return nanos;
  }

  /// A compiler needs minutes for a verifier, and one core.
  private Map<Verifier, Long> compileTwoAtATime(int stateBytes) {
    Map<Verifier, Future<Long>> underWay = new EnumMap<>(Verifier.class);
    try (ExecutorService compilers = Executors.newFixedThreadPool(2)) {
      for (Verifier verifier : Verifier.values()) {
        if (verifier != Verifier.DEPTH_FIRST) {
          underWay.put(verifier, compilers.submit(() -> compile(verifier, stateBytes)));
        }
      }
    }
    Map<Verifier, Long> nanos = new EnumMap<>(Verifier.class);
    underWay.forEach((verifier, compiled) -> nanos.put(verifier, compiled.resultNow()));
    return nanos;
  }

  private long compile(Verifier verifier, int stateBytes) {
    diary.note("compile verifier=" + verifier);
    return spin.compile(verifier, stateBytes);
  }

  private PeerRun measure(OwnSearch search) {
    long start = System.nanoTime();
    List<Fields> found = jvm.run(PlainSearchProbe.class, search.order(plan.scenario()).fields());
    long wholeNanos = System.nanoTime() - start;
    SearchFigures figures = SearchFigures.of(found.getFirst());
    PeerRun run =
        new PeerRun(
            figures.states(),
            wholeNanos,
            figures.exploring().nanos(),
            figures.peakBytes(),
            figures.words() * Long.BYTES,
            found.getLast().number(PlainSearchProbe.RESIDENT_BYTES));
    if (search.storesAll()) {
      requireAll(run, "ours " + search);
    }
    return run;
  }

  private PeerRun measure(Verifier verifier) {
    Finished finished = spin.run(verifier, states(), plan.depthMax());
    if (verifier.storing() != Storing.REDUCED) {
      requireAll(finished.run(), "Spin's " + verifier);
    }
    return finished.run();
  }

  /// How many states there are: as many as our first search found.
  private long states() {
    return own.getOrDefault(OwnSearch.ONE_THREAD, List.of()).getFirst().states();
  }

  private void requireAll(PeerRun run, String search) {
    // Our first search has nothing before it.
    if (own.containsKey(OwnSearch.ONE_THREAD) && run.states() != states()) {
      throw new IllegalStateException(
          "a search stored another number of states: search=%s, states=%d, wanted=%d"
              .formatted(search, run.states(), states()));
    }
  }
}
