package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The section of the page that has Go's reader of traces beside ours and the oracle.
public final class TraceSection {
  /// Where it is in the page.
  public static final PageSection PLACE = new PageSection("## Beside Go's reader of traces");

  /// What the project wants to be of the rate of Go's reader.
  private static final double READER_MIN = 2;

  private static final double ORACLE_MIN = 1;
  private static final long MEGABYTES_MAX = 512;

  private TraceSection() {}

  /// One process that went through a trace.
  ///
  /// @param events how many events it found
  /// @param first seconds of all processors for the first pass
  /// @param compiled seconds of all processors for a later pass; Go's programs are compiled, so
  ///   theirs is the first
  /// @param residentMegabytes the most memory of the machine that it had
  public record Pass(long events, double first, double compiled, long residentMegabytes) {}

  /// A trace and who went through it.
  ///
  /// @param title such as `go 1.22 trace`
  /// @param bytes how long it is
  /// @param go Go's reader, at least one process
  /// @param reader our reader, at least one process
  /// @param oracle our reader and the oracle, at least one process
  public record Subject(
      String title, long bytes, List<Pass> go, List<Pass> reader, List<Pass> oracle) {
    /// Copies the lists.
    public Subject {
      go = List.copyOf(go);
      reader = List.copyOf(reader);
      oracle = List.copyOf(oracle);
    }
  }

  /// When and how it was measured.
  ///
  /// @param command the command line
  /// @param date such as `2026-01-31`
  /// @param revision of the sources
  /// @param peer the release of Go whose reader it is
  /// @param runs how many processes each had
  /// @param load how many threads of all programs ran on average in the minute before
  public record Origin(
      String command, String date, String revision, String peer, int runs, double load) {}

  /// Writes the section.
  ///
  /// @param subjects the traces
  /// @param origin when and how
  /// @return Markdown, ended by a line feed
  public static String of(List<Subject> subjects, Origin origin) {
    Rows passes =
        new Rows("trace", "who", "events", "first, s", "compiled, s", "M events/s", "resident, MB");
    Rows aims = new Rows("figure", "trace", "ours", "aim", "met");
    for (Subject subject : subjects) {
      add(passes, subject, "Go, " + origin.peer(), subject.go());
      add(passes, subject, "ours, reader alone", subject.reader());
      add(passes, subject, "ours, whole oracle", subject.oracle());
      aim(aims, subject, "reader", subject.reader(), READER_MIN);
      aim(aims, subject, "oracle", subject.oracle(), ORACLE_MIN);
      memory(aims, subject);
    }
    return """
    %s

    Written by `%s` on %s at revision %s; run that again instead of editing this section. \
    Load in the minute before: %s.

    Seconds of all processors for all events of a trace, the start of the process left out: \
    medians of %d processes, with the least and the greatest; they took turns. The first pass has \
    the compilation of the code in it.

    %s

    How many times as fast as Go's reader, by compiled seconds for the same file, and memory:

    %s

    - Our processes had a heap of 64 MB. What is resident has the mapped file in it.
    - Of a trace of the first format Go's reader makes one of the second while it reads, so that \
    it finds another number of events. Its times have that in them: it is how Go reads them today.
    - Go's reader does not judge: it orders, and refuses what has no order.
    """
        .formatted(
            PLACE.heading(),
            origin.command(),
            origin.date(),
            origin.revision(),
            decimal(origin.load(), 2),
            origin.runs(),
            passes,
            aims);
  }

  private static void add(Rows rows, Subject subject, String who, List<Pass> passes) {
    long events = passes.getFirst().events();
    rows.add(
        subject.title() + ", " + decimal(subject.bytes() / 1e6, 1) + " MB",
        who,
        grouped(events),
        Spread.of(passes, Pass::first).text(1),
        Spread.of(passes, Pass::compiled).text(1),
        decimal(events / median(passes, Pass::compiled) / 1e6, 2),
        decimal(median(passes, Pass::residentMegabytes), 0));
  }

  private static void aim(Rows rows, Subject subject, String who, List<Pass> ours, double least) {
    double go = median(subject.go(), Pass::compiled);
    double ratio = go / median(ours, Pass::compiled);
    rows.add(
        "%s, compiled (first pass: %s)".formatted(who, decimal(go / median(ours, Pass::first), 2)),
        subject.title(),
        decimal(ratio, 2),
        "at least " + decimal(least, 0),
        ratio >= least ? "yes" : "no");
  }

  private static void memory(Rows rows, Subject subject) {
    double most = Spread.of(subject.oracle(), Pass::residentMegabytes).max();
    rows.add(
        "oracle, MB resident",
        subject.title(),
        decimal(most, 0),
        "at most " + MEGABYTES_MAX,
        most <= MEGABYTES_MAX ? "yes" : "no");
  }

  private static double median(List<Pass> passes, ToDoubleFunction<Pass> figure) {
    return Spread.of(passes, figure).median();
  }
}
