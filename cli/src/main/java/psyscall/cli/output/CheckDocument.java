package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Usage;
import psyscall.cli.check.Check;
import psyscall.cli.check.GoOrder;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Pins;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.check.Summary;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;

/// A whole check for programs; `docs/schema/check.schema.json` says what each field means.
public final class CheckDocument {
  private CheckDocument() {}

  /// The document of a check.
  ///
  /// @param version the version of this build
  /// @param manner how they were searched
  /// @param bounds what each search could cost
  /// @param summary all outcomes
  /// @param trace the file with the counterexample, if one was written
  /// @return an object
  public static ObjectNode of(
      String version, Manner manner, Bounds bounds, Summary summary, Optional<String> trace) {
    ObjectNode document = Json.object().put("version", version);
    document.set("search", search(manner));
    document.set("limits", limits(bounds));
    ArrayNode results = document.putArray("results");
    summary.outcomes().forEach(outcome -> results.add(result(outcome)));
    document.set("notBegun", Json.texts(summary.remaining().stream().map(Check::name).toList()));
    ResultFields.put(document, "trace", trace);
    return document.put("verdict", VerdictLine.of(summary)).put("exit", summary.exit().code());
  }

  private static ObjectNode search(Manner manner) {
    ObjectNode search = Json.object().put("order", manner.order()).put("threads", manner.threads());
    manner
        .walks()
        .ifPresentOrElse(
            walks ->
                search
                    .put("seed", walks.seed())
                    .put("steps", walks.steps())
                    .put("runs", walks.runs()),
            () -> search.putNull("seed").putNull("steps").putNull("runs"));
    return search;
  }

  private static ObjectNode limits(Bounds bounds) {
    ObjectNode limits = Json.object();
    bounds
        .maxStates()
        .ifPresentOrElse(n -> limits.put("maxStates", n), () -> limits.putNull("maxStates"));
    bounds
        .maxTime()
        .ifPresentOrElse(
            time -> limits.put("maxSeconds", time.toMillis() / 1000.0),
            () -> limits.putNull("maxSeconds"));
    bounds
        .maxMemoryBytes()
        .ifPresentOrElse(
            n -> limits.put("maxMemoryBytes", n), () -> limits.putNull("maxMemoryBytes"));
    return limits;
  }

  private static ObjectNode result(Outcome outcome) {
    Check check = outcome.check();
    ObjectNode result = ResultFields.subject(check);
    result.set("symmetry", ResultFields.symmetry(outcome.prepared()));
    result.put("verdict", outcome.gravest().map(j -> j.standing().word()).orElse("vacuous"));
    result.put("expected", outcome.gravest().map(Judgement::expected).orElse(false));
    result
        .put("states", outcome.counts().states())
        .put("transitions", outcome.counts().transitions())
        .put("depth", outcome.counts().depth())
        .put("seconds", outcome.elapsed().toMillis() / 1000.0)
        .put("complete", outcome.exploration().isComplete());
    ResultFields.put(result, "cut", outcome.exploration().cut().map(Cut::text));
    result.set("memory", memory(outcome));
    result.set("pinned", pinned(outcome.prepared()));
    result.set("differences", Json.texts(Pins.differences(outcome)));
    result.put("rules", outcome.exploration().coverage().size());
    result.set("neverFired", Json.texts(outcome.exploration().neverFired()));
    result.set("properties", ResultFields.properties(outcome));
    result.set("goOrder", goOrders(outcome));
    return result;
  }

  private static ArrayNode goOrders(Outcome outcome) {
    ArrayNode orders = Json.array();
    for (GoOrder order : outcome.goOrders()) {
      ObjectNode node =
          Json.object().put("property", order.property()).put("verdict", order.answer().word());
      order
          .steps()
          .ifPresentOrElse(steps -> node.put("length", steps), () -> node.putNull("length"));
      ResultFields.put(node, "limit", order.limit());
      orders.add(node);
    }
    return orders;
  }

  private static ObjectNode memory(Outcome outcome) {
    ObjectNode memory = Json.object();
    outcome
        .exploration()
        .usage()
        .ifPresentOrElse(
            usage ->
                memory
                    .put("words", usage.words())
                    .put("bits", usage.bits())
                    .put("storedBytes", usage.storedBytes())
                    .put("bytesPerState", bytesPerState(outcome, usage))
                    .put("peakBytes", usage.peakBytes()),
            () ->
                memory
                    .putNull("words")
                    .putNull("bits")
                    .putNull("storedBytes")
                    .putNull("bytesPerState")
                    .putNull("peakBytes"));
    return memory;
  }

  /// One decimal is as much as there is to say.
  private static double bytesPerState(Outcome outcome, Usage usage) {
    return Math.round(10.0 * usage.storedBytes() / outcome.counts().states()) / 10.0;
  }

  private static ObjectNode pinned(PreparedCheck prepared) {
    ObjectNode pinned = Json.object();
    prepared
        .pinned()
        .ifPresentOrElse(
            counts ->
                pinned
                    .put("states", counts.states())
                    .put("transitions", counts.transitions())
                    .put("depth", counts.depth()),
            () -> pinned.putNull("states").putNull("transitions").putNull("depth"));
    return pinned;
  }
}
