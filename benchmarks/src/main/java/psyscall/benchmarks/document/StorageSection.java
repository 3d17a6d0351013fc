package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;

import java.util.List;
import psyscall.benchmarks.probe.SearchFigures;

/// How many bytes a state takes.
final class StorageSection {
  private StorageSection() {}

  static String of(List<ScenarioFigures> scenarios) {
    Rows rows =
        new Rows(
            "scenario",
            "words",
            "allowed",
            "stored",
            "peak, growing table",
            "peak, with verdicts",
            "peak, growing, with verdicts");
    for (ScenarioFigures scenario : scenarios) {
      SearchFigures sized = scenario.sized();
      rows.add(
          scenario.scenario(),
          Long.toString(sized.words()),
          decimal(allowed(sized), 1),
          perState(sized.storedBytes(), sized),
          perState(scenario.growing().peakBytes(), sized),
          perState(scenario.sizedAndJudged().peakBytes(), sized),
          perState(scenario.timed().getFirst().one().peakBytes(), sized));
    }
    return """
    ## Bytes for a state

    Bytes for each distinct state, with the table made for exactly the states there are \
    (`--max-states`) unless it grows. What is stored has the frontier in it, which is a range of \
    the states, and the places at the end of the last chunk. Allowed are `8 · words / 0.9 + 5`. \
    The verdicts need a pass over the graph for quiet states and for `possible`, whose sets are \
    part of the peak. %s

    %s
    """
        .formatted(kept(scenarios), rows);
  }

  private static String kept(List<ScenarioFigures> scenarios) {
    List<ScenarioFigures> larger =
        scenarios.stream()
            .filter(s -> s.sized().storedBytes() > allowed(s.sized()) * s.sized().states())
            .toList();
    return larger.isEmpty()
        ? "What is stored is within what is allowed."
        : "What is stored is not within what is allowed for " + PerformancePage.names(larger) + ".";
  }

  /// What the project allows itself.
  static double allowed(SearchFigures search) {
    return 8 * search.words() / 0.9 + 5;
  }

  private static String perState(long bytes, SearchFigures search) {
    return decimal((double) bytes / search.states(), 1);
  }
}
