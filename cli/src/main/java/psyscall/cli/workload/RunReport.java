package psyscall.cli.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.output.Table;
import psyscall.cli.session.ExitCode;
import psyscall.model.run.RunEnd;
import psyscall.model.listen.RunSummary;
import psyscall.model.listen.RunSummary.GoroutineTimes;
import psyscall.model.listen.RunSummary.ProcessorTimes;
import psyscall.model.workload.Workload;
import psyscall.spec.runtime.Throws;

/// What a run says behind what its program printed.
///
/// @param workload what was run
/// @param scheduler the option that makes the same run again
/// @param end how it ended
/// @param summary what became of its time
public record RunReport(Workload workload, String scheduler, RunEnd end, RunSummary summary) {
  private static final double MILLI = 1e6;

  /// The lines.
  ///
  /// @return a header, a table of the goroutines, one of the Ps, the verdict
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("program       " + workload.name() + ": " + workload.summary());
    lines.add(
        "release       Go %s, GOMAXPROCS=%d, %s"
            .formatted(workload.release().name(), workload.processors(), preemption()));
    lines.add("scheduler     " + scheduler);
    lines.add("");
    lines.addAll(goroutines());
    lines.add("");
    lines.addAll(processors());
    lines.add("");
    lines.add(verdict());
    return lines;
  }

  private String preemption() {
    return workload.sendsSignals()
        ? "requests to yield are signals too"
        : "requests to yield are no signals";
  }

  private List<String> goroutines() {
    Table table =
        new Table("ms of", "running", "call with P", "call without P", "runnable", "parked");
    int g = 0;
    for (GoroutineTimes times : summary.goroutines()) {
      table.row(
          "G" + g++,
          millis(times.runningNanos()),
          millis(times.keepingNanos()),
          millis(times.handedOffNanos()),
          millis(times.runnableNanos()),
          millis(times.parkedNanos()));
    }
    return table.lines();
  }

  private List<String> processors() {
    Table table = new Table("ms of", "running", "left in calls", "used");
    int p = 0;
    for (ProcessorTimes times : summary.processors()) {
      table.row("P" + p++, millis(times.runningNanos()), millis(times.leftNanos()), share(times));
    }
    return table.lines();
  }

  private String share(ProcessorTimes times) {
    double whole = Math.max(1, end.nanos());
    return String.format(Locale.ROOT, "%.1f%%", 100 * times.runningNanos() / whole);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / MILLI);
  }

  private String verdict() {
    String what =
        switch (end) {
          case RunEnd.Ended ended -> ended.ending().text();
          case RunEnd.AtRest _ -> "nobody can move any more";
          case RunEnd.TimeOver _ -> "cut: the time that was allowed is over";
          case RunEnd.StepsOver _ -> "cut: the steps that were allowed are used up";
        };
    return String.format(
        Locale.ROOT,
        "%s: %s ms, %,d steps, %,d Ps retaken by sysmon",
        what,
        millis(end.nanos()),
        end.steps(),
        summary.retakes());
  }

  /// How a run counts.
  ///
  /// @param end how it ended
  /// @return its exit code
  public static ExitCode exit(RunEnd end) {
    return switch (end) {
      case RunEnd.Ended ended ->
          switch (ended.ending().kind()) {
            case FINAL -> isAsleep(ended) ? ExitCode.DEADLOCK : ExitCode.HOLDS;
            case THROW, REFUSED -> ExitCode.SAFETY;
          };
      case RunEnd.AtRest _ -> ExitCode.DEADLOCK;
      case RunEnd.TimeOver _, RunEnd.StepsOver _ -> ExitCode.INCONCLUSIVE;
    };
  }

  /// Go's own dead-lock detection has struck.
  private static boolean isAsleep(RunEnd.Ended ended) {
    return ended.ending().name().equals(Throws.ALL_ASLEEP.name());
  }
}
