package psyscall.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.model.listen.RunSummary.GoroutineTimes;
import psyscall.model.listen.RunSummary.ProcessorTimes;
import psyscall.model.listen.StealTally.Steals;
import psyscall.model.run.Objection;
import psyscall.model.run.RunEnd;
import psyscall.model.workload.Workload;
import psyscall.reports.timeline.Caption;
import psyscall.reports.timeline.Look;
import psyscall.reports.timeline.ProcessorBands;
import psyscall.reports.timeline.Timeline;

/// What a run says behind what its program printed.
///
/// @param plan what was run
/// @param scheduler the option that makes the same run again
/// @param outcome what came of it
/// @param verdict the same in one line
/// @param exit how it counts
public record RunReport(
    RunPlan plan, String scheduler, RunOutcome outcome, String verdict, ExitCode exit) {
  private static final double MILLI = 1e6;

  /// What a run says.
  ///
  /// @param plan what was run
  /// @param scheduler the option that makes the same run again
  /// @param outcome what came of it
  /// @return the report
  public static RunReport of(RunPlan plan, String scheduler, RunOutcome outcome) {
    return new RunReport(plan, scheduler, outcome, verdict(outcome), outcome.exit());
  }

  /// The lines.
  ///
  /// @param look how steps are drawn
  /// @return a header, tables of the goroutines, of the Ps and of who took Ps; where a claim is
  ///   violated the last steps; the verdict
  public List<String> lines(Look look) {
    List<String> lines = new ArrayList<>(header(plan, scheduler));
    lines.add("judged        " + judged());
    lines.add("");
    lines.addAll(goroutines());
    lines.add("");
    lines.addAll(processors());
    lines.add("");
    lines.addAll(steals());
    lines.add("");
    if (outcome.end() instanceof RunEnd.Violated violated) {
      lines.addAll(lastSteps(violated, look));
      lines.add("");
    }
    lines.add(verdict);
    return lines;
  }

  /// What is run.
  ///
  /// @param plan the program and its rules
  /// @param scheduler the option that makes the same run again
  /// @return a line for each
  static List<String> header(RunPlan plan, String scheduler) {
    Workload workload = plan.workload();
    List<String> lines = new ArrayList<>();
    lines.add("program       " + workload.name() + ": " + workload.summary());
    lines.add(
        "release       Go %s, GOMAXPROCS=%d, %s"
            .formatted(workload.release().name(), workload.processors(), preemption(workload)));
    plan.bug()
        .ifPresent(bug -> lines.addAll(Words.labelled("bug", bug.name() + ": " + bug.summary())));
    lines.add("scheduler     " + scheduler);
    return lines;
  }

  private static String preemption(Workload workload) {
    return workload.sendsSignals()
        ? "requests to yield are signals too"
        : "requests to yield are no signals";
  }

  private String judged() {
    String claims = Words.count(outcome.judged().size(), "property");
    return outcome.isVacuous()
        ? "nothing: " + claims + ", " + Words.count(outcome.judgedSteps(), "step")
        : claims + " after each of " + Words.count(outcome.judgedSteps(), "step");
  }

  private List<String> goroutines() {
    Table table =
        new Table("ms of", "running", "call with P", "call without P", "runnable", "parked");
    int g = 0;
    for (GoroutineTimes times : outcome.summary().goroutines()) {
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
    for (ProcessorTimes times : outcome.summary().processors()) {
      table.row("P" + p++, millis(times.runningNanos()), millis(times.leftNanos()), share(times));
    }
    return table.lines();
  }

  private List<String> steals() {
    Steals steals = outcome.steals();
    Table table = new Table("Ps taken out of calls by", "times");
    table.row("sysmon", Words.number(steals.sysmon()));
    table.row("who stops the world", Words.number(steals.stops()));
    table.row("the thread that comes back", Words.number(steals.returning()));
    table.row("others", Words.number(steals.others()));
    return table.lines();
  }

  private String share(ProcessorTimes times) {
    double whole = Math.max(1, outcome.end().nanos());
    return String.format(Locale.ROOT, "%.1f%%", 100 * times.runningNanos() / whole);
  }

  /// The last steps before a violation, drawn as counterexamples are.
  private List<String> lastSteps(RunEnd.Violated violated, Look look) {
    Objection objection = violated.objection();
    Timeline timeline =
        new Timeline(
            plan.specification(), plan.world(), ProcessorBands.of(plan.specification()), look);
    int shown = objection.last().length();
    List<String> facts =
        List.of(
            "the last "
                + Words.count(shown, "step")
                + " of "
                + Words.number(violated.steps())
                + moments(objection));
    String reason =
        shown == 0
            ? ""
            : objection
                .last()
                .transitions()
                .getLast()
                .step()
                .ending()
                .map(ending -> ending.text())
                .orElse("");
    Caption caption =
        Caption.violated(
            objection.property().name(), objection.property().about().claim(), reason, facts);
    return timeline.draw(objection.last(), caption);
  }

  private static String moments(Objection objection) {
    return objection.moments().isEmpty()
        ? ""
        : ", from "
            + millis(objection.moments().getFirst())
            + " ms to "
            + millis(objection.moments().getLast())
            + " ms";
  }

  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / MILLI);
  }

  /// What came of a run.
  ///
  /// @param outcome of which run
  /// @return one line
  static String verdict(RunOutcome outcome) {
    RunEnd end = outcome.end();
    String what =
        switch (end) {
          case RunEnd.Ended ended ->
              (outcome.isVacuous() ? "vacuous: nothing was judged: " : "") + ended.ending().text();
          case RunEnd.AtRest _ -> "nobody can move any more";
          case RunEnd.TimeOver _ -> "cut: the time that was allowed is over";
          case RunEnd.StepsOver _ -> "cut: the steps that were allowed are used up";
          case RunEnd.Interrupted _ -> "interrupted";
          case RunEnd.Violated violated -> violation(violated);
        };
    return String.format(
        Locale.ROOT,
        "%s: %s ms, %,d steps, %,d Ps retaken by sysmon",
        what,
        millis(end.nanos()),
        end.steps(),
        outcome.steals().sysmon());
  }

  private static String violation(RunEnd.Violated violated) {
    Objection objection = violated.objection();
    return "violated: "
        + objection.property().name()
        + (objection.last().length() == 0
            ? " at the start"
            : " by " + objection.last().transitions().getLast().step());
  }
}
