package psyscall.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import psyscall.benchmarks.document.MemoryFigures;
import psyscall.benchmarks.document.ScenarioFigures;
import psyscall.benchmarks.document.ScenarioFigures.Timed;
import psyscall.benchmarks.probe.AllocationProfile;
import psyscall.benchmarks.probe.MemoryProbe;
import psyscall.benchmarks.probe.SearchFigures;
import psyscall.benchmarks.probe.SearchOrder;
import psyscall.benchmarks.probe.SearchOrder.Judged;
import psyscall.benchmarks.probe.SearchOrder.Profile;
import psyscall.benchmarks.probe.SearchProbe;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.checker.search.SearchOptions.Symmetry;

/// Measures whole searches, and the memory beside them, each in a process of its own.
///
/// @param jvm how a process is started
/// @param runs how many processes each timed search has
/// @param diary is told what goes on
record SearchMeasuring(FreshJvm jvm, int runs, Diary diary) {
  /// On how many threads searches are timed.
  static final List<Integer> THREADS = List.of(1, 2);

  /// Measures a scenario.
  ///
  /// @param scenario its name
  /// @return all its figures
  ScenarioFigures scenario(String scenario) {
    SearchOrder order = SearchOrder.of(scenario);
    List<Timed> timed = new ArrayList<>();
    for (int threads : THREADS) {
      timed.add(timed(order.threads(threads)));
    }
    int states = Math.toIntExact(timed.getFirst().one().states());
    SearchOrder onTheWay = order.judged(Judged.ON_THE_WAY);
    return new ScenarioFigures(
        scenario,
        timed,
        once(onTheWay.maxStates(states)),
        once(onTheWay),
        once(order.maxStates(states)),
        once(order.symmetry(Symmetry.AUTO)),
        run(order.profile(Profile.ALLOCATIONS)).stream().map(AllocationProfile.Site::of).toList());
  }

  private Timed timed(SearchOrder order) {
    List<SearchFigures> fresh = new ArrayList<>();
    List<SearchFigures> warm = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      List<Fields> searches = run(order);
      fresh.add(SearchFigures.of(searches.getFirst()));
      warm.add(SearchFigures.of(searches.getLast()));
    }
    return new Timed(order.threads(), fresh, warm);
  }

  private SearchFigures once(SearchOrder order) {
    return SearchFigures.of(run(order).getFirst());
  }

  private List<Fields> run(SearchOrder order) {
    diary.note("search " + order.fields().line());
    return jvm.run(SearchProbe.class, order.fields());
  }

  /// Measures the memory.
  ///
  /// @param threads how many threads read
  /// @param wordBits the array has `2^wordBits` words
  /// @return the figures
  MemoryFigures memory(int threads, int wordBits) {
    diary.note("memory threads=" + threads);
    Fields order =
        new Fields(
            new TreeMap<>(
                Map.of(
                    "threads", Integer.toString(threads),
                    "wordBits", Integer.toString(wordBits))));
    Fields found = jvm.run(MemoryProbe.class, order).getFirst();
    return new MemoryFigures(
        threads, found.number("randomReadsPerSecond"), found.number("sequentialBytesPerSecond"));
  }
}
