package psyscall.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.model.statistics.Estimate;

/// What several runs say.
///
/// @param series the runs
/// @param result what came of them
public record SeriesReport(RunSeries series, RunSeries.Result result) {
  private static final int FAILED_MAX = 10;
  private static final int PRINTED_MAX = 10;

  /// The lines.
  ///
  /// @return a header, what was printed how often, a table of means, the runs that did not end
  ///   well, the verdict
  public List<String> lines() {
    List<String> lines = new ArrayList<>(RunReport.header(series.plan(), seeds()));
    lines.add(
        "judged        "
            + Words.count(series.plan().claims().size(), "property")
            + " after each step");
    lines.add("");
    lines.addAll(printed());
    if (!result.estimates().isEmpty()) {
      lines.addAll(means());
      lines.add("");
    }
    if (!result.failed().isEmpty()) {
      lines.addAll(failed());
      lines.add("");
    }
    lines.add(verdict());
    return lines;
  }

  /// Which seeds.
  ///
  /// @return the options that make the same runs again
  String seeds() {
    return "--seed=%d --runs=%d".formatted(series.seed(), series.runs());
  }

  private List<String> printed() {
    List<String> lines = new ArrayList<>();
    result.printed().entrySet().stream()
        .limit(PRINTED_MAX)
        .forEach(
            entry -> {
              lines.add("printed by " + Words.count(entry.getValue(), "run") + ":");
              entry.getKey().forEach(line -> lines.add("  " + line));
              lines.add("");
            });
    if (result.printed().size() > PRINTED_MAX) {
      lines.add("and %d other outputs".formatted(result.printed().size() - PRINTED_MAX));
      lines.add("");
    }
    return lines;
  }

  private List<String> means() {
    Table table = new Table("of each run", "mean", "deviation", "95% interval", "least", "most");
    result.estimates().entrySet().stream()
        .filter(entry -> entry.getValue().max() != 0)
        .forEach(entry -> row(table, entry.getKey(), entry.getValue()));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("what was 0 in each run is left out");
    return lines;
  }

  private static void row(Table table, String name, Estimate estimate) {
    table.row(
        name,
        number(estimate.mean()),
        estimate.spread().map(spread -> number(spread.deviation())).orElse("-"),
        interval(estimate),
        number(estimate.min()),
        number(estimate.max()));
  }

  private static String interval(Estimate estimate) {
    return estimate
        .spread()
        .map(
            spread ->
                number(estimate.mean() - spread.halfWidth())
                    + " .. "
                    + number(estimate.mean() + spread.halfWidth()))
        .orElse("-");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private List<String> failed() {
    List<String> lines = new ArrayList<>();
    for (RunSeries.Failed each : result.failed().stream().limit(FAILED_MAX).toList()) {
      lines.add("--seed=" + each.seed() + "  " + RunReport.verdict(each.outcome()));
    }
    if (result.failed().size() > FAILED_MAX) {
      lines.add("and %d others".formatted(result.failed().size() - FAILED_MAX));
    }
    return lines;
  }

  /// What came of all runs.
  ///
  /// @return one line
  String verdict() {
    String runs = Words.count(result.made(), "run");
    if (result.exit() == ExitCode.INTERRUPTED) {
      return "interrupted: %s of %s".formatted(runs, Words.number(series.runs()));
    }
    if (result.failed().isEmpty()) {
      return runs + " ended, and nothing that was judged is violated";
    }
    RunSeries.Failed worst =
        result.failed().stream()
            .filter(each -> each.outcome().exit() == result.exit())
            .findFirst()
            .orElseThrow();
    return "%s of %s did not end well, such as --seed=%d: %s"
        .formatted(
            Words.number(result.failed().size()),
            runs,
            worst.seed(),
            RunReport.verdict(worst.outcome()));
  }
}
