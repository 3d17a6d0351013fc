package psyscall.benchmarks.document;

import java.util.List;

/// All that a run of the command measured.
///
/// @param origin where, when and how
/// @param memory what the memory can do, for each number of threads
/// @param scenarios the whole searches, in the order in which they were asked for
/// @param hot the hot parts; empty if they were not asked for
/// @param stepsPerState how many steps lead out of a state of the hot parts' sample; 0 if they were
///   not asked for
public record Results(
    Origin origin,
    List<MemoryFigures> memory,
    List<ScenarioFigures> scenarios,
    List<HotFigure> hot,
    double stepsPerState) {
  /// Copies the lists.
  public Results {
    memory = List.copyOf(memory);
    scenarios = List.copyOf(scenarios);
    hot = List.copyOf(hot);
  }

  /// Where, when and how it was measured.
  ///
  /// @param date such as `2026-01-31`
  /// @param command the command line
  /// @param revision of the sources
  /// @param runs how many processes each timed search had
  /// @param arrayBytes how large the array is in which memory is read
  /// @param jvmOptions of every measured process
  /// @param machine where
  public record Origin(
      String date,
      String command,
      String revision,
      int runs,
      long arrayBytes,
      List<String> jvmOptions,
      Machine machine) {
    /// Copies the list.
    public Origin {
      jvmOptions = List.copyOf(jvmOptions);
    }
  }

  /// What the memory can do for some threads.
  ///
  /// @param threads how many
  /// @return the figures
  /// @throws IllegalArgumentException if that was not measured
  public MemoryFigures memory(int threads) {
    return memory.stream()
        .filter(figures -> figures.threads() == threads)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("memory was not measured: threads=" + threads));
  }
}
