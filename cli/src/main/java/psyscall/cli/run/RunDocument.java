package psyscall.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import psyscall.cli.output.Json;
import psyscall.model.behavior.Transition;
import psyscall.model.listen.RunSummary.GoroutineTimes;
import psyscall.model.listen.RunSummary.ProcessorTimes;
import psyscall.model.listen.StealTally.Steals;
import psyscall.model.run.Objection;
import psyscall.model.run.RunEnd;
import psyscall.model.statistics.Estimate;
import psyscall.model.workload.Workload;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.property.Property;

/// Runs for programs; `docs/schema/run.schema.json` says what each field means. It has no times of
/// this machine in it, so that one seed gives one document.
public final class RunDocument {
  private RunDocument() {}

  /// The document of one run.
  ///
  /// @param version the version of this build
  /// @param report what is said for people
  /// @param printed what the program printed
  /// @return an object
  public static ObjectNode of(String version, RunReport report, List<String> printed) {
    RunOutcome outcome = report.outcome();
    ObjectNode document = subject(version, report.plan(), report.scheduler());
    document.set("printed", Json.texts(printed));
    ObjectNode judged = Json.object();
    judged.set("properties", Json.texts(outcome.judged()));
    document.set("judged", judged.put("steps", outcome.judgedSteps()));
    document.set(
        "end",
        Json.object()
            .put("kind", kind(outcome.end()))
            .put("nanos", outcome.end().nanos())
            .put("steps", outcome.end().steps()));
    document.set(
        "violation",
        outcome.end() instanceof RunEnd.Violated violated
            ? violation(violated.objection())
            : Json.object().nullNode());
    ArrayNode goroutines = Json.array();
    outcome.summary().goroutines().forEach(times -> goroutines.add(goroutine(times)));
    document.set("goroutines", goroutines);
    ArrayNode processors = Json.array();
    outcome.summary().processors().forEach(times -> processors.add(processor(times)));
    document.set("processors", processors);
    document.set("taken", taken(outcome.steals()));
    return document.put("verdict", report.verdict()).put("exit", report.exit().code());
  }

  /// The document of several runs.
  ///
  /// @param version the version of this build
  /// @param report what is said for people
  /// @return an object
  public static ObjectNode of(String version, SeriesReport report) {
    RunSeries.Result result = report.result();
    ObjectNode document = subject(version, report.series().plan(), report.seeds());
    document.set(
        "judged",
        Json.object()
            .set(
                "properties",
                Json.texts(report.series().plan().claims().stream().map(Property::name).toList())));
    document
        .put("seed", report.series().seed())
        .put("runs", report.series().runs())
        .put("made", result.made());
    ArrayNode estimates = Json.array();
    result.estimates().forEach((name, estimate) -> estimates.add(estimate(name, estimate)));
    document.set("estimates", estimates);
    ArrayNode outputs = Json.array();
    result
        .printed()
        .forEach(
            (lines, runs) -> {
              ObjectNode output = Json.object().put("runs", runs);
              output.set("lines", Json.texts(lines));
              outputs.add(output);
            });
    document.set("outputs", outputs);
    ArrayNode failed = Json.array();
    for (RunSeries.Failed each : result.failed()) {
      failed.add(
          Json.object()
              .put("seed", each.seed())
              .put("verdict", RunReport.verdict(each.outcome()))
              .put("exit", each.outcome().exit().code()));
    }
    document.set("failed", failed);
    return document.put("verdict", report.verdict()).put("exit", result.exit().code());
  }

  private static ObjectNode subject(String version, RunPlan plan, String scheduler) {
    Workload workload = plan.workload();
    return Json.object()
        .put("version", version)
        .put("program", workload.name())
        .put("summary", workload.summary())
        .put("release", workload.release().name())
        .put("procs", workload.processors())
        .put("signals", workload.sendsSignals())
        .put("bug", plan.bug().map(Mutation::name).orElse(null))
        .put("scheduler", scheduler);
  }

  private static String kind(RunEnd end) {
    return switch (end) {
      case RunEnd.Ended ended ->
          switch (ended.ending().kind()) {
            case FINAL -> "ended";
            case THROW -> "thrown";
            case REFUSED -> "refused";
          };
      case RunEnd.AtRest _ -> "at rest";
      case RunEnd.TimeOver _ -> "time over";
      case RunEnd.StepsOver _ -> "steps over";
      case RunEnd.Interrupted _ -> "interrupted";
      case RunEnd.Violated _ -> "violated";
    };
  }

  private static ObjectNode violation(Objection objection) {
    ObjectNode violation =
        Json.object()
            .put("property", objection.property().name())
            .put("claim", objection.property().about().claim());
    ArrayNode steps = Json.array();
    for (int at = 0; at < objection.moments().size(); at++) {
      Transition transition = objection.last().transitions().get(at);
      steps.add(
          Json.object()
              .put("nanos", objection.moments().get(at))
              .put("step", transition.step().toString())
              .put("clause", transition.step().clause()));
    }
    violation.set("last", steps);
    return violation;
  }

  private static ObjectNode goroutine(GoroutineTimes times) {
    return Json.object()
        .put("running", times.runningNanos())
        .put("inCallsWithP", times.keepingNanos())
        .put("inCallsWithoutP", times.handedOffNanos())
        .put("runnable", times.runnableNanos())
        .put("parked", times.parkedNanos());
  }

  private static ObjectNode processor(ProcessorTimes times) {
    return Json.object().put("running", times.runningNanos()).put("left", times.leftNanos());
  }

  private static ObjectNode taken(Steals steals) {
    return Json.object()
        .put("sysmon", steals.sysmon())
        .put("stopTheWorld", steals.stops())
        .put("returning", steals.returning())
        .put("others", steals.others());
  }

  private static ObjectNode estimate(String name, Estimate estimate) {
    ObjectNode node =
        Json.object()
            .put("of", name)
            .put("mean", estimate.mean())
            .put("min", estimate.min())
            .put("max", estimate.max());
    return estimate
        .spread()
        .map(
            spread ->
                node.put("deviation", spread.deviation()).put("halfWidth", spread.halfWidth()))
        .orElseGet(() -> node.putNull("deviation").putNull("halfWidth"));
  }
}
