package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;
import static psyscall.benchmarks.document.PerformancePage.grouped;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import psyscall.benchmarks.peer.OwnSearch;
import psyscall.benchmarks.peer.PeerRun;
import psyscall.benchmarks.peer.Verifier;
import psyscall.benchmarks.peer.Verifier.Storing;

/// The section of the page that has Spin's searches beside ours.
public final class SpinSection {
  /// Where it is in the page.
  public static final PageSection PLACE = new PageSection("## Beside Spin");

  /// What the project wants to be of Spin's rate.
  private static final double RATIO_MIN = 5;

  private SpinSection() {}

  /// When and how it was measured.
  ///
  /// @param command the command line
  /// @param date such as `2026-01-31`
  /// @param revision of the sources
  /// @param runs how many processes each search had
  /// @param tools which Spin and which compiler
  /// @param load how many threads of all programs ran on average in the minute before
  public record Origin(
      String command, String date, String revision, int runs, String tools, double load) {}

  /// A figure that all runs of a search have.
  ///
  /// @param text how the figure is called
  /// @param of the figure
  /// @param unit how much is one
  private record Figure(String text, ToDoubleFunction<PeerRun> of, double unit) {}

  private static final Figure WHOLE_RATE =
      new Figure("million states a second, whole process", PeerRun::wholeRate, 1e6);
  private static final Figure SEARCH_RATE =
      new Figure("million states a second, search alone", PeerRun::searchRate, 1e6);

  /// Writes the section.
  ///
  /// @param results what was measured
  /// @param origin when and how
  /// @return Markdown, ended by a line feed
  public static String of(SpinResults results, Origin origin) {
    return """
    %s

    Written by `%s` on %s at revision %s; run that again instead of editing this section. \
    Load in the minute before: %s. %s.

    The same scenario, `%s`, exported for Spin and searched by both. All searches without a \
    reduction stored the same %s states in every run, or this section would not have been \
    written. Medians of %d processes, with the least and the greatest; the searches took turns.

    %s

    What was aimed at:

    %s

    %s
    """
        .formatted(
            PLACE.heading(),
            origin.command(),
            origin.date(),
            origin.revision(),
            decimal(origin.load(), 2),
            origin.tools(),
            results.scenario(),
            grouped(results.runs(OwnSearch.ONE_THREAD).getFirst().states()),
            origin.runs(),
            searches(results),
            aims(results),
            method(results));
  }

  private static Rows searches(SpinResults results) {
    Rows rows =
        new Rows(
            "search",
            "threads",
            "states",
            "compiled, s",
            "whole, s",
            "M states/s, whole",
            "M states/s, search",
            "bytes a state",
            "of that its vector");
    for (OwnSearch search : OwnSearch.values()) {
      String title = "ours, " + search.title();
      add(rows, results.runs(search), title, Integer.toString(search.threads()), "");
    }
    for (Verifier verifier : Verifier.values()) {
      long nanos = results.buildNanos().getOrDefault(verifier, 0L);
      String title = "Spin, " + verifier.title();
      String threads = Integer.toString(verifier.threads());
      add(rows, results.runs(verifier), title, threads, decimal(nanos / 1e9, 0));
    }
    return rows;
  }

  private static void add(
      Rows rows, List<PeerRun> runs, String title, String threads, String compiled) {
    rows.add(
        title,
        threads,
        grouped(runs.getFirst().states()),
        compiled,
        Spread.of(runs, PeerRun::wholeNanos).text(1e9),
        Spread.of(runs, WHOLE_RATE.of()).text(WHOLE_RATE.unit()),
        Spread.of(runs, SEARCH_RATE.of()).text(SEARCH_RATE.unit()),
        decimal(median(runs, PeerRun::bytesPerState), 1),
        decimal(median(runs, PeerRun::stateBytes), 0));
  }

  private static Rows aims(SpinResults results) {
    Rows rows = new Rows("figure", "ours", "Spin's", "ratio", "aim", "met");
    List<PeerRun> one = results.runs(OwnSearch.ONE_THREAD);
    List<PeerRun> two = results.runs(OwnSearch.TWO_THREADS);
    for (Figure figure : List.of(WHOLE_RATE, SEARCH_RATE)) {
      double best = best(results, figure);
      double cores = median(results.runs(Verifier.TWO_CORES), figure.of());
      rate(rows, figure, "one thread", median(one, figure.of()), best);
      rate(rows, figure, "two threads", median(two, figure.of()), cores);
    }
    double ours = median(one, PeerRun::bytesPerState);
    double least =
        verifiers(v -> v.storing() == Storing.COLLAPSED)
            .mapToDouble(v -> median(results.runs(v), PeerRun::bytesPerState))
            .min()
            .orElseThrow();
    rows.add(
        "bytes a state, against the least of `COLLAPSE`",
        decimal(ours, 1),
        decimal(least, 1),
        decimal(ours / least, 2),
        "less than 1",
        ours < least ? "yes" : "no");
    return rows;
  }

  /// The best rate of Spin on one thread, with all states.
  private static double best(SpinResults results, Figure figure) {
    return verifiers(v -> v.threads() == 1 && v.storing() != Storing.REDUCED)
        .mapToDouble(v -> median(results.runs(v), figure.of()))
        .max()
        .orElseThrow();
  }

  private static void rate(Rows rows, Figure figure, String threads, double ours, double spins) {
    boolean decides = figure.equals(WHOLE_RATE);
    rows.add(
        threads + ", " + figure.text(),
        decimal(ours / figure.unit(), 2),
        decimal(spins / figure.unit(), 2),
        decimal(ours / spins, 2),
        decides ? "at least " + decimal(RATIO_MIN, 0) : "",
        !decides ? "" : ours >= RATIO_MIN * spins ? "yes" : "no");
  }

  private static Stream<Verifier> verifiers(Predicate<Verifier> wanted) {
    return Arrays.stream(Verifier.values()).filter(wanted);
  }

  private static String method(SpinResults results) {
    double resident = median(results.runs(OwnSearch.ONE_THREAD), PeerRun::residentBytes);
    long states = results.runs(OwnSearch.ONE_THREAD).getFirst().states();
    return """
    - The rate of whole processes decides. It is the fairer one to Spin: ours has the start of the \
    virtual machine, the generation of code, and the compilation of the loop while it runs; a \
    verifier has them behind it, in the column that tells what it took to compile. Around its \
    search a process of ours took %s s on one thread and %s s on two: a second thread does not \
    shorten that.
    - Nothing is judged on either side: no assertions, no variables for the sake of a property, \
    and deadlocks are not told (`-E`). Both only store states. Verifiers are compiled with `-O2 \
    -DSAFETY`, and with `-DNOREDUCE` except in the row with the reduction.
    - `spin` gets `-o1 -o2 -o3`, so that it merges no steps and hides no variables; else it would \
    search another graph. What it would gain by those is not in these figures.
    - Spin's table has a place for each state from its start (`-w`), which ours has not: it grows.
    - `NCORE=2` has the size of a state (`-DVMAX`) instead of its default of 1024 bytes, which is \
    slower; and queues of a fixed size (`-DLWQ_FIXED`), without which it writes past the end of \
    one when it collects what each process found, and crashes. Its three queues take 128 MB each, \
    whatever is searched.
    - Bytes are Spin's `total actual memory usage`, and what our search asked its budget for at \
    most, each for a distinct state. Our process had %s bytes of the machine's memory for a state, \
    since a virtual machine does not collect what it has room for.\
    """
        .formatted(
            around(results, OwnSearch.ONE_THREAD),
            around(results, OwnSearch.TWO_THREADS),
            resident == 0 ? "an unknown number of" : decimal(resident / states, 1));
  }

  private static String around(SpinResults results, OwnSearch search) {
    double nanos = median(results.runs(search), run -> run.wholeNanos() - run.searchNanos());
    return decimal(nanos / 1e9, 1);
  }

  private static double median(List<PeerRun> runs, ToDoubleFunction<PeerRun> figure) {
    return Spread.of(runs, figure).median();
  }
}
