package psyscall.cli.futex;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import psyscall.model.schedule.SeededRandom;

/// What a cell gives with many seeds: how often each outcome came.
///
/// @param counts outcomes with the begins of their calls, and how many seeds gave them; empty if no
///   seed was asked for
record Stability(SortedMap<String, Integer> counts) {

  /// Runs a cell with each of the seeds from 1 on.
  ///
  /// @param experiment the cell
  /// @param seeds how many, at least 0
  /// @param hasEnough whether no more seeds are to be tried
  static Stability of(Experiment experiment, int seeds, BooleanSupplier hasEnough) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (int seed = 1; seed <= seeds && !hasEnough.getAsBoolean(); seed++) {
      Seen run = Computed.of(experiment, new SeededRandom(seed));
      counts.merge(run.outcomes() + " " + run.begins(), 1, Integer::sum);
    }
    return new Stability(counts);
  }

  /// How many seeds were tried.
  int seeds() {
    return counts.values().stream().reduce(0, Integer::sum);
  }

  /// Whether all seeds gave the same.
  boolean isStable() {
    return counts.size() <= 1;
  }

  /// As a text, the most frequent first.
  String text() {
    List<Map.Entry<String, Integer>> sorted =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return sorted.stream()
        .map(each -> each.getValue() + " times " + each.getKey())
        .collect(Collectors.joining("; "));
  }
}
