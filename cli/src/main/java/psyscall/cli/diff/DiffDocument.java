package psyscall.cli.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.output.EditScript;
import psyscall.cli.output.Json;
import psyscall.model.behavior.Behavior;

/// Two releases side by side for programs; `docs/schema/diff.schema.json` says what each field
/// means.
public final class DiffDocument {
  private DiffDocument() {}

  /// The document.
  ///
  /// @param version the version of this build
  /// @param texts what differs in the texts
  /// @param verdicts what differs in the verdicts
  /// @return an object
  public static ObjectNode of(String version, TextDiff texts, VerdictDiff verdicts) {
    ObjectNode document =
        Json.object()
            .put("version", version)
            .put("from", texts.from().name())
            .put("to", texts.to().name());
    ArrayNode changes = document.putArray("changes");
    texts.changes().forEach(each -> changes.add(change(each)));
    ArrayNode worlds = document.putArray("worlds");
    verdicts.worlds().forEach(each -> worlds.add(world(each)));
    return document;
  }

  private static ObjectNode change(ChangeDiff diff) {
    ObjectNode json =
        Json.object()
            .put("name", diff.change().word())
            .put("summary", diff.change().summary())
            .put("made", diff.isMade());
    json.set("gone", Json.texts(diff.gone()));
    json.set("added", Json.texts(diff.added()));
    ArrayNode procedures = json.putArray("procedures");
    for (ChangeDiff.ProcedureDiff procedure : diff.procedures()) {
      ArrayNode lines = procedures.addObject().put("name", procedure.name()).putArray("lines");
      for (EditScript.Edit edit : procedure.script().edits()) {
        lines
            .addObject()
            .put("is", edit.kind().name().toLowerCase(Locale.ROOT))
            .put("text", edit.line());
      }
    }
    return json;
  }

  private static ObjectNode world(VerdictDiff.World world) {
    ObjectNode json = Json.object().put("scenario", world.name());
    json.setAll(Json.sizes(world.before().check().scenario()));
    json.set("from", counts(world.before()));
    json.set("to", counts(world.after()));
    json.put("compared", world.before().judgements().size());
    ArrayNode verdicts = json.putArray("verdicts");
    for (VerdictDiff.Difference each : world.differences()) {
      ObjectNode difference = verdicts.addObject().put("property", each.property());
      difference.set("from", verdict(each.before()));
      difference.set("to", verdict(each.after()));
    }
    return json;
  }

  private static ObjectNode counts(Outcome outcome) {
    return Json.object()
        .put("states", outcome.counts().states())
        .put("transitions", outcome.counts().transitions())
        .put("depth", outcome.counts().depth());
  }

  private static ObjectNode verdict(Judgement judgement) {
    ObjectNode json = Json.object().put("verdict", judgement.standing().word());
    judgement
        .trace()
        .map(Behavior::length)
        .ifPresentOrElse(length -> json.put("length", length), () -> json.putNull("length"));
    return json.put("reason", judgement.reason());
  }
}
