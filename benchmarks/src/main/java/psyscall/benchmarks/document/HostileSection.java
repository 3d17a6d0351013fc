package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The section about traces that were damaged or written to do harm.
public final class HostileSection {
  /// Where it is in its page.
  public static final PageSection PLACE = new PageSection("## Hostile traces");

  private HostileSection() {}

  /// Inputs of one kind.
  ///
  /// @param title what they are
  /// @param counts how often each answer came
  public record Row(String title, SortedMap<String, Long> counts) {}

  /// When and how it was run.
  ///
  /// @param command the command line
  /// @param date such as `2026-01-31`
  /// @param revision of the sources
  /// @param allowanceMegabytes what an input may take
  /// @param longestSeconds the most time of the processor that one input took
  /// @param mostBytes the most that readers used
  public record Origin(
      String command,
      String date,
      String revision,
      long allowanceMegabytes,
      double longestSeconds,
      long mostBytes) {}

  /// Writes the section.
  ///
  /// @param rows what came out
  /// @param answers the answers there are, a column each
  /// @param origin when and how
  /// @return Markdown, ended by a line feed
  public static String of(List<Row> rows, List<String> answers, Origin origin) {
    List<String> heads = new ArrayList<>(List.of("inputs", "all"));
    heads.addAll(answers);
    Rows table = new Rows(heads.toArray(String[]::new));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.title());
      cells.add(grouped(row.counts().values().stream().mapToLong(count -> count).sum()));
      answers.forEach(answer -> cells.add(grouped(row.counts().getOrDefault(answer, 0L))));
      table.add(cells.toArray(String[]::new));
    }
    return """
    %s

    Written by `%s` on %s at revision %s; run that again instead of editing this section.

    Recorded traces with bytes changed, left out, repeated, or put in from others; numbers without \
    an end, sizes of 2^63, events that name themselves, and crowds of up to a million threads or \
    goroutines. Each went through a reader to its end and through the oracle, in one process with \
    256 MB of heap. Nothing escaped: no exception but the reader's own fault, no input that took \
    more than the %d MB it was allowed, none without an end. The longest took %s s of the \
    processor, and readers used %s bytes at most.

    %s
    """
        .formatted(
            PLACE.heading(),
            origin.command(),
            origin.date(),
            origin.revision(),
            origin.allowanceMegabytes(),
            decimal(origin.longestSeconds(), 2),
            grouped(origin.mostBytes()),
            table);
  }
}
