package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Strategy;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.Summary;

/// Random walks for programs; `docs/schema/simulate.schema.json` says what each field means. It has
/// no times in it, so that one seed gives one document.
public final class SimulateDocument {
  private SimulateDocument() {}

  /// The document of some walks.
  ///
  /// @param version the version of this build
  /// @param walks how they were walked
  /// @param summary the one outcome
  /// @return an object
  public static ObjectNode of(String version, Strategy.RandomWalk walks, Summary summary) {
    Outcome outcome = summary.outcomes().getFirst();
    ObjectNode document = Json.object().put("version", version);
    document.setAll(ResultFields.subject(outcome.check()));
    document.put("seed", walks.seed()).put("steps", walks.steps()).put("runs", walks.runs());
    document
        .put("states", outcome.counts().states())
        .put("transitions", outcome.counts().transitions())
        .put("longest", outcome.counts().depth())
        .put("complete", outcome.exploration().isComplete());
    ResultFields.put(document, "cut", outcome.exploration().cut().map(Cut::text));
    ObjectNode fired = Json.object();
    outcome.exploration().coverage().entrySet().stream()
        .filter(rule -> rule.getValue() > 0)
        .forEach(rule -> fired.put(rule.getKey(), rule.getValue()));
    document.set("fired", fired);
    document.set("neverFired", Json.texts(outcome.exploration().neverFired()));
    document.set("properties", ResultFields.properties(outcome));
    return document.put("verdict", VerdictLine.of(summary)).put("exit", summary.exit().code());
  }
}
