package psyscall.benchmarks.document;

import java.util.List;
import java.util.Locale;

/// The page `docs/performance.md`. Every figure on it comes from the results.
public final class PerformancePage {
  /// Above this load, other programs ran beside.
  private static final double QUIET_MAX = 0.5;

  private static final String BUSY =
      "\nOther programs were running: rates are too low, and times too long.\n";

  private PerformancePage() {}

  /// Writes the page.
  ///
  /// @param results what was measured
  /// @return Markdown
  public static String of(Results results) {
    return """
    # Performance

    Written by `%s` on %s at revision %s; run that again instead of editing this \
    page. The sections about Spin and about Go's reader, where there are any, are written by \
    commands of their own.

    %s
    %s
    %s
    %s
    %s
    %s
    %s
    %s\
    """
        .formatted(
            results.origin().command(),
            results.origin().date(),
            results.origin().revision(),
            machine(results.origin()),
            SpeedSection.of(results),
            StorageSection.of(results.scenarios()),
            AllocationSection.of(results.scenarios()),
            CeilingSection.of(results),
            SymmetrySection.of(results.scenarios()),
            HotSection.of(results),
            method(results.origin()));
  }

  private static String machine(Results.Origin origin) {
    return """
    ## Machine

    - Processor: %s
    - Memory: %s
    - System: %s
    - Java: %s
    - Load in the minute before: %s
    - Options of each process: `%s`
    %s\
    """
        .formatted(
            origin.machine().processor(),
            origin.machine().memory(),
            origin.machine().system(),
            origin.machine().java(),
            decimal(origin.machine().load(), 2),
            String.join(" ", origin.jvmOptions()),
            origin.machine().load() > QUIET_MAX ? BUSY : "");
  }

  private static String method(Results.Origin origin) {
    return """
    ## How it is measured

    - Each search runs in a process of its own, and then a second time in the same process. \
    Figures are medians of %d processes, with the least and the greatest.
    - A rate counts distinct states over the time of the search itself. The whole time has the \
    generation of code before it and the verdicts after it too.
    - All properties of the scenario are judged, except where the table says otherwise.
    - Bytes are those that the search asks its budget for: states, table, and what the verdicts \
    need. Allocation is counted by the virtual machine, over all its threads.
    """
        .formatted(origin.runs());
  }

  /// A whole number with a blank after each three digits.
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /// A number with some decimals.
  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  /// The names of the scenarios, for a sentence.
  static String names(List<ScenarioFigures> scenarios) {
    return String.join(", ", scenarios.stream().map(s -> "`" + s.scenario() + "`").toList());
  }
}
