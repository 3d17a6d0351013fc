package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The section of the page about the steps of runs in virtual time.
public final class RunSection {
  /// Where it is in the page.
  public static final PageSection PLACE = new PageSection("## Runs in virtual time");

  /// Compiled rules are to take so many million steps a second.
  private static final double COMPILED_MIN = 5;

  private static final String COMPILED = "RunBenchmark.compiled";

  private RunSection() {}

  /// When and how it was measured.
  ///
  /// @param command the command line
  /// @param date such as `2026-01-31`
  /// @param revision of the sources
  /// @param load how many threads of all programs ran on average in the minute before
  public record Origin(String command, String date, String revision, double load) {}

  /// Writes the section.
  ///
  /// @param steps what JMH measured, an operation being a step
  /// @param allocated what goroutines do in a run by compiled rules, with the bytes that a step of
  ///   it allocates
  /// @param origin when and how
  /// @return Markdown, ended by a line feed
  /// @throws IllegalArgumentException if nothing was measured with compiled rules
  public static String of(List<HotFigure> steps, Map<String, Double> allocated, Origin origin) {
    if (steps.stream().noneMatch(step -> step.benchmark().equals(COMPILED))) {
      throw new IllegalArgumentException("no figures: benchmark=" + COMPILED);
    }
    Rows figures =
        new Rows("benchmark", "ns a step", "± ns", "M steps/s", "bytes with preparation");
    Rows aims = new Rows("figure", "goroutines", "ours", "aim", "met");
    for (HotFigure step : steps) {
      String what = String.join(", ", step.parameters());
      double millions = 1e3 / step.nanos();
      figures.add(
          step.benchmark() + ", " + what,
          decimal(step.nanos(), 1),
          decimal(step.errorNanos(), 1),
          decimal(millions, 2),
          decimal(step.bytes(), 1));
      if (step.benchmark().equals(COMPILED)) {
        aims.add(
            "compiled rules, M steps/s",
            what,
            decimal(millions, 2),
            "at least " + decimal(COMPILED_MIN, 0),
            millions >= COMPILED_MIN ? "yes" : "no");
      }
    }
    new TreeMap<>(allocated)
        .forEach(
            (what, bytes) ->
                aims.add(
                    "compiled rules, bytes a step",
                    what,
                    decimal(bytes, 1),
                    "0",
                    decimal(bytes, 1).equals("0.0") ? "yes" : "no"));
    return """
    %s

    Written by `%s` on %s at revision %s; run that again instead of editing this section. \
    Load in the minute before: %s.

    By JMH, on one thread: three goroutines on two Ps of Go 1.19.13 compute for 500 ns, and yield \
    or make a call of 1 µs. The scheduler draws who moves, what is left open and how long each \
    step lasts; nobody listens. The interpreter stands beside the compiled rules.

    %s

    %s

    - JMH counts what it takes to prepare a run too. Bytes a step are what a run allocates more \
    than one of half its length, after many others. Rules make no objects, and a call makes none \
    either, as long as it gives back what an equal one gave back before.
    - What limits the rate is what is around a rule: each step finds out who is ready among all \
    threads and sysmon, draws two numbers or more, and tells who waits for what it wrote. Who \
    waits is not tried again before that.
    - A log, a trace and properties that are judged cost more than the steps; \
    `./benchmarks/soak-runs` tells their rate.
    """
        .formatted(
            PLACE.heading(),
            origin.command(),
            origin.date(),
            origin.revision(),
            decimal(origin.load(), 2),
            figures,
            aims);
  }
}
