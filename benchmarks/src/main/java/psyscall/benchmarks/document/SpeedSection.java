package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import psyscall.benchmarks.document.ScenarioFigures.Timed;
import psyscall.benchmarks.probe.SearchFigures;

/// How fast whole searches are.
final class SpeedSection {
  private SpeedSection() {}

  static String of(Results results) {
    return """
    ## Whole searches

    %s

    Millions a second while exploring, and seconds for the whole search:

    %s

    The second search in the same process, whose loop the virtual machine has compiled:

    %s
    """
        .formatted(graphs(results), fresh(results), warm(results));
  }

  private static Rows graphs(Results results) {
    Rows rows = new Rows("scenario", "states", "transitions", "depth", "words a state");
    for (ScenarioFigures scenario : results.scenarios()) {
      SearchFigures one = scenario.timed().getFirst().one();
      rows.add(
          scenario.scenario(),
          grouped(one.states()),
          grouped(one.transitions()),
          grouped(one.depth()),
          grouped(one.words()));
    }
    return rows;
  }

  private static Rows fresh(Results results) {
    Rows rows =
        new Rows(
            "scenario",
            "threads",
            "states",
            "transitions",
            "exploring, s",
            "of all cores, s",
            "whole, s");
    for (ScenarioFigures scenario : results.scenarios()) {
      for (Timed timed : scenario.timed()) {
        rows.add(
            scenario.scenario(),
            Integer.toString(timed.threads()),
            Spread.of(timed.fresh(), SearchFigures::statesPerSecond).text(1e6),
            Spread.of(timed.fresh(), SearchFigures::transitionsPerSecond).text(1e6),
            Spread.of(timed.fresh(), s -> s.exploring().nanos()).text(1e9),
            Spread.of(timed.fresh(), s -> s.exploring().cpuNanos()).text(1e9),
            Spread.of(timed.fresh(), s -> s.whole().nanos()).text(1e9));
      }
    }
    return rows;
  }

  private static Rows warm(Results results) {
    Rows rows =
        new Rows("scenario", "threads", "states", "transitions", "whole, s", "against one thread");
    for (ScenarioFigures scenario : results.scenarios()) {
      double alone =
          Spread.of(scenario.timed().getFirst().warm(), SearchFigures::statesPerSecond).median();
      for (Timed timed : scenario.timed()) {
        Spread states = Spread.of(timed.warm(), SearchFigures::statesPerSecond);
        rows.add(
            scenario.scenario(),
            Integer.toString(timed.threads()),
            states.text(1e6),
            Spread.of(timed.warm(), SearchFigures::transitionsPerSecond).text(1e6),
            Spread.of(timed.warm(), s -> s.whole().nanos()).text(1e9),
            decimal(states.median() / alone, 2));
      }
    }
    return rows;
  }
}
