package psyscall.benchmarks.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.benchmarks.workload.Subject;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Limits;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.checker.search.Usage;
import psyscall.spec.property.Property;

/// Makes one search twice in this process and measures both: the first as somebody meets it who has
/// just started the program, the second when the virtual machine has compiled the loop.
public final class SearchProbe {
  private SearchProbe() {}

  /// Searches and writes a line of figures for each of the two searches or, if a profile was asked
  /// for, a line for each place that allocates, of the first search alone, without the generation
  /// of its code.
  ///
  /// @param args the file to write to, then the words of a [SearchOrder]
  public static void main(String[] args) {
    String words = String.join(" ", Arrays.asList(args).subList(1, args.length));
    SearchOrder order = SearchOrder.of(Fields.parse(words));
    Subject subject = Subject.of(order.scenario());
    List<Fields> found =
        switch (order.profile()) {
          case NONE -> measured(order, subject);
          case ALLOCATIONS -> profiled(order, subject);
        };
    FreshJvm.answer(Path.of(args[0]), found);
  }

  private static List<Fields> measured(SearchOrder order, Subject subject) {
    List<Fields> found = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      found.add(search(order, subject, new Stopwatch()).fields());
      // What the first search left is not to be collected during the second.
      ManagementFactory.getMemoryMXBean().gc();
    }
    return found;
  }

  private static List<Fields> profiled(SearchOrder order, Subject subject) {
    Stopwatch stopwatch = new Stopwatch();
    return AllocationProfile.of(() -> search(order, subject, stopwatch), stopwatch::startTime)
        .stream()
        .map(AllocationProfile.Site::fields)
        .toList();
  }

  /// Makes a search.
  ///
  /// @param order which
  /// @param subject its scenario
  /// @param stopwatch measures it; not used before
  /// @return what it took
  /// @throws IllegalStateException if it did not explore everything
  static SearchFigures search(SearchOrder order, Subject subject, Stopwatch stopwatch) {
    List<Property> properties =
        switch (order.judged()) {
          case ALL -> subject.properties();
          case ON_THE_WAY -> subject.answeredOnTheWay();
          case NONE -> List.of();
        };
    SearchOptions options =
        SearchOptions.WHOLE_GRAPH
            .within(Limits.NONE.withMaxStates(order.maxStates()))
            .threads(order.threads())
            .symmetry(order.symmetry());
    Supervision supervision = Supervision.of(stopwatch).listener(stopwatch);
    long collectionsBefore = collections();
    Reading before = Reading.now();
    Exploration exploration =
        Search.explore(subject.interpreter(), properties, options, supervision);
    Reading whole = Reading.now().since(before);
    exploration
        .cut()
        .ifPresent(
            cut -> {
              throw new IllegalStateException("the search was cut short: " + cut.text());
            });
    Usage usage = exploration.usage().orElseThrow();
    return new SearchFigures(
        exploration.counts().states(),
        exploration.counts().transitions(),
        exploration.counts().depth(),
        usage.words(),
        stopwatch.exploring(),
        whole,
        usage.storedBytes(),
        usage.peakBytes(),
        collections() - collectionsBefore,
        usage.symmetry() instanceof Usage.On);
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
