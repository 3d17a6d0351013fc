package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import psyscall.checker.search.Cut;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Pins;
import psyscall.cli.check.Summary;
import psyscall.cli.input.Bounds;
import psyscall.model.behavior.Behavior;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.scenario.Scenario;

/// A whole check for programs; `docs/schema/check.schema.json` says what each field means.
public final class CheckDocument {
  private CheckDocument() {}

  /// The document of a check.
  ///
  /// @param version the version of this build
  /// @param bounds what each search could cost
  /// @param summary all outcomes
  /// @param trace the file with the counterexample, if one was written
  /// @return an object
  public static ObjectNode of(
      String version, Bounds bounds, Summary summary, Optional<String> trace) {
    ObjectNode document = Json.object().put("version", version);
    document.set("limits", limits(bounds));
    ArrayNode results = document.putArray("results");
    summary.outcomes().forEach(outcome -> results.add(result(outcome)));
    document.set("notBegun", Json.texts(summary.remaining().stream().map(Check::name).toList()));
    put(document, "trace", trace);
    return document.put("verdict", VerdictLine.of(summary)).put("exit", summary.exit().code());
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
    ObjectNode result =
        Json.object()
            .put("scenario", check.scenario().name())
            .put("release", check.scenario().release().name());
    put(result, "bug", check.bug().map(Mutation::name));
    result.setAll(Json.sizes(check.scenario()));
    result.set("programs", Json.texts(check.scenario().state().programs.texts()));
    result.set("off", Json.texts(check.scenario().off()));
    result.put("verdict", outcome.gravest().map(j -> j.standing().word()).orElse("vacuous"));
    result.put("expected", outcome.gravest().map(Judgement::expected).orElse(false));
    result
        .put("states", outcome.counts().states())
        .put("transitions", outcome.counts().transitions())
        .put("depth", outcome.counts().depth())
        .put("seconds", outcome.elapsed().toMillis() / 1000.0)
        .put("complete", outcome.exploration().isComplete());
    put(result, "cut", outcome.exploration().cut().map(Cut::text));
    result.set("pinned", pinned(check.scenario()));
    result.set("differences", Json.texts(Pins.differences(outcome)));
    result.put("rules", outcome.exploration().coverage().size());
    result.set("neverFired", Json.texts(outcome.exploration().neverFired()));
    ArrayNode properties = result.putArray("properties");
    outcome.judgements().forEach(judgement -> properties.add(property(judgement)));
    return result;
  }

  private static ObjectNode pinned(Scenario scenario) {
    ObjectNode pinned = Json.object();
    if (!Pins.isKnown(scenario)) {
      return pinned.putNull("states").putNull("transitions").putNull("depth");
    }
    return pinned
        .put("states", scenario.pinned().states())
        .put("transitions", scenario.pinned().transitions())
        .put("depth", scenario.pinned().depth());
  }

  private static ObjectNode property(Judgement judgement) {
    ObjectNode property =
        Json.object()
            .put("name", judgement.property())
            .put("verdict", judgement.standing().word())
            .put("expected", judgement.expected());
    judgement
        .trace()
        .map(Behavior::length)
        .ifPresentOrElse(
            length -> property.put("length", length), () -> property.putNull("length"));
    return property.put("reason", judgement.reason());
  }

  private static void put(ObjectNode object, String field, Optional<String> text) {
    text.ifPresentOrElse(t -> object.put(field, t), () -> object.putNull(field));
  }
}
