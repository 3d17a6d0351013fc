package psyscall.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.model.engine.Engines;
import psyscall.model.listen.RunSummary.GoroutineTimes;
import psyscall.model.listen.RunSummary.ProcessorTimes;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.statistics.Estimate;

/// Several runs of one plan, each with a seed of its own.
///
/// @param plan what is run
/// @param seed of the first run; each has the next
/// @param runs how many, at least 1
public record RunSeries(RunPlan plan, long seed, int runs) {
  private static final double MILLI = 1e6;

  /// What came of the runs.
  ///
  /// @param made how many were made; fewer than wanted if somebody interrupted
  /// @param estimates of what was measured, over the runs whose program ended
  /// @param printed what was printed, whatever the order of the lines, and by how many runs
  /// @param failed the runs that did not end well
  /// @param exit how all of them count
  public record Result(
      int made,
      SequencedMap<String, Estimate> estimates,
      Map<List<String>, Integer> printed,
      List<Failed> failed,
      ExitCode exit) {}

  /// A run that did not end well.
  ///
  /// @param seed its seed
  /// @param outcome what came of it
  public record Failed(long seed, RunOutcome outcome) {}

  /// Makes the runs.
  ///
  /// @param session where progress is told, and who may interrupt
  /// @return what came of them
  public Result run(Session session) {
    SequencedMap<String, List<Double>> measured = new LinkedHashMap<>();
    Map<String, Integer> printed = new TreeMap<>();
    List<Failed> failed = new ArrayList<>();
    List<ExitCode> exits = new ArrayList<>();
    Engines engines = plan.compiled();
    try (RunProgress progress = new RunProgress(session, plan.workload().name(), runs)) {
      while (exits.size() < runs && !session.interruption().isRequested()) {
        long drawn = seed + exits.size();
        Printed lines = new Printed(_ -> {});
        RunOutcome outcome = plan.run(engines, new SeededRandom(drawn), List.of(lines, progress));
        if (outcome.exit() == ExitCode.INTERRUPTED) {
          break;
        }
        progress.ran();
        exits.add(outcome.exit());
        String sorted = String.join("\n", lines.lines().stream().sorted().toList());
        printed.merge(sorted, 1, Integer::sum);
        if (outcome.exit() == ExitCode.HOLDS) {
          measures(outcome)
              .forEach((name, value) -> measured.computeIfAbsent(name, _ -> list()).add(value));
        } else {
          failed.add(new Failed(drawn, outcome));
        }
      }
    }
    ExitCode exit = exits.size() < runs ? ExitCode.INTERRUPTED : ExitCode.of(exits);
    return new Result(exits.size(), estimates(measured), lines(printed), failed, exit);
  }

  private static List<Double> list() {
    return new ArrayList<>();
  }

  private static Map<List<String>, Integer> lines(Map<String, Integer> printed) {
    SequencedMap<List<String>, Integer> lines = new LinkedHashMap<>();
    printed.forEach((text, count) -> lines.put(text.lines().toList(), count));
    return lines;
  }

  private static SequencedMap<String, Estimate> estimates(
      SequencedMap<String, List<Double>> measured) {
    SequencedMap<String, Estimate> estimates = new LinkedHashMap<>();
    measured.forEach((name, values) -> estimates.put(name, Estimate.of(values)));
    return estimates;
  }

  private static SequencedMap<String, Double> measures(RunOutcome outcome) {
    SequencedMap<String, Double> all = new LinkedHashMap<>();
    long nanos = outcome.end().nanos();
    all.put("end, ms", nanos / MILLI);
    all.put("steps", (double) outcome.end().steps());
    int g = 0;
    for (GoroutineTimes times : outcome.summary().goroutines()) {
      String name = "G" + g++;
      all.put(name + " running, ms", times.runningNanos() / MILLI);
      all.put(name + " in calls with a P, ms", times.keepingNanos() / MILLI);
      all.put(name + " in calls without, ms", times.handedOffNanos() / MILLI);
      all.put(name + " runnable, ms", times.runnableNanos() / MILLI);
      all.put(name + " parked, ms", times.parkedNanos() / MILLI);
    }
    int p = 0;
    for (ProcessorTimes times : outcome.summary().processors()) {
      all.put("P" + p++ + " used, %", 100.0 * times.runningNanos() / Math.max(1, nanos));
    }
    all.put("taken by sysmon", (double) outcome.steals().sysmon());
    all.put("taken to stop the world", (double) outcome.steals().stops());
    all.put("taken back by its thread", (double) outcome.steals().returning());
    all.put("taken by others", (double) outcome.steals().others());
    return all;
  }
}
