package psyscall.benchmarks.peer;

import psyscall.benchmarks.probe.SearchOrder;
import psyscall.benchmarks.probe.SearchOrder.Judged;
import psyscall.checker.search.SearchOptions.Symmetry;

/// Our searches that stand beside Spin's, in the order of the table. None judges anything, and the
/// table of each grows.
public enum OwnSearch {
  /// On one thread.
  ONE_THREAD("breadth first", 1, Symmetry.OFF),
  /// On two.
  TWO_THREADS("breadth first", 2, Symmetry.OFF),
  /// On one, with states that differ by a permutation of ids counted once.
  SYMMETRIC("breadth first, symmetry", 1, Symmetry.AUTO);

  private final String title;
  private final int threads;
  private final Symmetry symmetry;

  OwnSearch(String title, int threads, Symmetry symmetry) {
    this.title = title;
    this.threads = threads;
    this.symmetry = symmetry;
  }

  /// What it does.
  ///
  /// @return for a table
  public String title() {
    return title;
  }

  /// How many threads take steps.
  ///
  /// @return at least 1
  public int threads() {
    return threads;
  }

  /// Whether it stores each state, and not one for all that differ by a permutation of ids.
  ///
  /// @return false with symmetry
  public boolean storesAll() {
    return symmetry == Symmetry.OFF;
  }

  /// What another process is to search.
  ///
  /// @param scenario the scenario's name
  /// @return the search
  public SearchOrder order(String scenario) {
    return SearchOrder.of(scenario).judged(Judged.NONE).symmetry(symmetry).threads(threads);
  }
}
