package psyscall.benchmarks.document;

import java.util.List;
import psyscall.benchmarks.probe.AllocationProfile;
import psyscall.benchmarks.probe.SearchFigures;

/// All that was measured of one scenario's searches.
///
/// @param scenario its name
/// @param timed searches that judge all properties, for each number of threads
/// @param sized a search with the table made for exactly its states, judging what needs no pass
///   over the graph
/// @param growing the same with a table that grows
/// @param sizedAndJudged all properties, with the table made for exactly its states
/// @param reduced all properties, with symmetry
/// @param sites what allocated, the greediest first
public record ScenarioFigures(
    String scenario,
    List<Timed> timed,
    SearchFigures sized,
    SearchFigures growing,
    SearchFigures sizedAndJudged,
    SearchFigures reduced,
    List<AllocationProfile.Site> sites) {
  /// Copies the lists.
  public ScenarioFigures {
    timed = List.copyOf(timed);
    sites = List.copyOf(sites);
  }

  /// Searches that were repeated.
  ///
  /// @param threads how many threads they took
  /// @param fresh the first search of each process, at least one
  /// @param warm the second search of each process, at least one
  public record Timed(int threads, List<SearchFigures> fresh, List<SearchFigures> warm) {
    /// Copies the lists.
    public Timed {
      fresh = List.copyOf(fresh);
      warm = List.copyOf(warm);
    }

    /// A search in a fresh process.
    ///
    /// @return the first of them: their counts are all the same
    public SearchFigures one() {
      return fresh.getFirst();
    }
  }
}
