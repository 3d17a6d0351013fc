package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;

import psyscall.benchmarks.document.ScenarioFigures.Timed;
import psyscall.benchmarks.probe.MemoryProbe;
import psyscall.benchmarks.probe.SearchFigures;

/// How far the searches are from what the memory can do.
final class CeilingSection {
  private CeilingSection() {}

  static String of(Results results) {
    return """
    ## Distance from the memory

    Measured in the same run, on a `long[]` of %s MB, with %d reads of a thread under way at a time:

    %s

    A transition reads one entry of the table at a random place; if the state is known, which is \
    all but once for each state, it reads that state at another. That makes \
    `2 · transitions / states - 1` random reads for each state that is found. States are written, \
    and those of a level are read, one after the other, which costs little beside that. The share \
    is what the warm search needs of the reads that the memory could do in the same time; the rest \
    of the time goes to the steps, the properties and the hashes.

    %s
    """
        .formatted(
            decimal(results.origin().arrayBytes() / 1e6, 0),
            MemoryProbe.IN_FLIGHT,
            machine(results),
            shares(results));
  }

  private static Rows machine(Results results) {
    Rows rows = new Rows("threads", "random reads, M/s", "ns for one", "sequential, GB/s");
    for (MemoryFigures memory : results.memory()) {
      rows.add(
          Integer.toString(memory.threads()),
          decimal(memory.randomReadsPerSecond() / 1e6, 1),
          decimal(1e9 / memory.randomReadsPerSecond(), 1),
          decimal(memory.sequentialBytesPerSecond() / 1e9, 1));
    }
    return rows;
  }

  private static Rows shares(Results results) {
    Rows rows =
        new Rows("scenario", "threads", "reads for a state", "reads, M/s", "share of the memory's");
    for (ScenarioFigures scenario : results.scenarios()) {
      for (Timed timed : scenario.timed()) {
        double reads = readsForState(timed.one());
        double perSecond = reads * Spread.of(timed.warm(), SearchFigures::statesPerSecond).median();
        double most = results.memory(timed.threads()).randomReadsPerSecond();
        rows.add(
            scenario.scenario(),
            Integer.toString(timed.threads()),
            decimal(reads, 2),
            decimal(perSecond / 1e6, 1),
            decimal(100 * perSecond / most, 1) + " %");
      }
    }
    return rows;
  }

  /// How many random reads there are for each distinct state.
  static double readsForState(SearchFigures search) {
    return 2.0 * search.transitions() / search.states() - 1;
  }
}
