package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import java.util.List;
import psyscall.benchmarks.probe.AllocationProfile.Site;
import psyscall.benchmarks.probe.SearchFigures;

/// What is allocated beside the states.
final class AllocationSection {
  private static final int SITES_MAX = 10;

  private AllocationSection() {}

  static String of(List<ScenarioFigures> scenarios) {
    return """
    ## Allocation

    What all threads allocate while a search explores, with the table made for exactly its states, \
    and how much of that is not states and table: the buffers of the workers and the like, which \
    are there once and do not grow with the states. Before that comes the generation of code, \
    after it the verdicts:

    %s

    Where a search of `%s` with all properties and a growing table allocates while it explores and \
    judges, by the virtual machine's flight recorder, the greediest first:

    %s
    """
        .formatted(
            totals(scenarios), scenarios.getLast().scenario(), sites(scenarios.getLast().sites()));
  }

  private static Rows totals(List<ScenarioFigures> scenarios) {
    Rows rows =
        new Rows(
            "scenario",
            "states",
            "exploring, MB",
            "beside the store, MB",
            "of that for a state, B",
            "before and after, MB",
            "collections");
    for (ScenarioFigures scenario : scenarios) {
      SearchFigures sized = scenario.sized();
      rows.add(
          scenario.scenario(),
          grouped(sized.states()),
          decimal(sized.exploring().allocatedBytes() / 1e6, 1),
          decimal(sized.allocatedBesideTheStore() / 1e6, 1),
          decimal((double) sized.allocatedBesideTheStore() / sized.states(), 2),
          decimal((sized.whole().allocatedBytes() - sized.exploring().allocatedBytes()) / 1e6, 1),
          Long.toString(sized.collections()));
    }
    return rows;
  }

  private static Rows sites(List<Site> sites) {
    double all = sites.stream().mapToLong(Site::bytes).sum();
    Rows rows = new Rows("method", "allocates", "MB", "share");
    sites.stream()
        .limit(SITES_MAX)
        .forEach(
            site ->
                rows.add(
                    "`" + site.method() + "`",
                    "`" + site.type() + "`",
                    decimal(site.bytes() / 1e6, 1),
                    decimal(100 * site.bytes() / all, 1) + " %"));
    return rows;
  }
}
