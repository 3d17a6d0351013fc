package psyscall.cli.futex;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a real release did in a cell.
///
/// @param experiment the cell
/// @param runs what was seen, one for each run, at least one
record Measurement(Experiment experiment, List<Seen> runs) {
  /// Copies the runs.
  Measurement {
    runs = List.copyOf(runs);
  }

  /// The run that stands for all: of those with the most frequent outcomes and begins the one whose
  /// whole time is in the middle.
  Seen typical() {
    List<Seen> alike = mostFrequent();
    List<Seen> sorted =
        alike.stream()
            .sorted(Comparator.comparingLong((Seen run) -> run.totalNanos().orElse(0)))
            .toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /// How many runs have the outcomes and begins of the one that stands for all.
  int alike() {
    return mostFrequent().size();
  }

  private List<Seen> mostFrequent() {
    Map<String, Integer> counts = new TreeMap<>();
    runs.forEach(run -> counts.merge(kind(run), 1, Integer::sum));
    int most = counts.values().stream().reduce(0, Math::max);
    String first =
        runs.stream()
            .map(Measurement::kind)
            .filter(kind -> counts.getOrDefault(kind, 0) == most)
            .findFirst()
            .orElseThrow();
    return runs.stream().filter(run -> kind(run).equals(first)).toList();
  }

  private static String kind(Seen run) {
    return run.outcomes() + " " + run.begins();
  }
}
