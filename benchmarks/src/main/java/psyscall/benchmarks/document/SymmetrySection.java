package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import java.util.List;
import psyscall.benchmarks.probe.SearchFigures;

/// What symmetry saves, and what it costs.
final class SymmetrySection {
  private SymmetrySection() {}

  static String of(List<ScenarioFigures> scenarios) {
    Rows rows =
        new Rows(
            "scenario",
            "states",
            "fewer",
            "microseconds a state",
            "without",
            "whole, s",
            "without");
    for (ScenarioFigures scenario : scenarios) {
      SearchFigures plain = scenario.timed().getFirst().one();
      SearchFigures reduced = scenario.reduced();
      rows.add(
          scenario.scenario(),
          reduced.isReduced() ? grouped(reduced.states()) : "refused",
          decimal((double) plain.states() / reduced.states(), 1) + " times",
          decimal(reduced.exploring().nanos() / 1e3 / reduced.states(), 2),
          decimal(plain.exploring().nanos() / 1e3 / plain.states(), 2),
          decimal(reduced.whole().nanos() / 1e9, 2),
          decimal(plain.whole().nanos() / 1e9, 2));
    }
    return """
    ## Symmetry

    The same scenarios with states that differ by a permutation of Ms, Ps and Gs counted once, on \
    one thread, in a fresh process:

    %s
    """
        .formatted(rows);
  }
}
