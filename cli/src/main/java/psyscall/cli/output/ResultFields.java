package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import psyscall.checker.search.Usage;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.model.behavior.Behavior;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.release.Change;

/// What the documents of searches have in common.
final class ResultFields {
  private ResultFields() {}

  /// What is searched.
  static ObjectNode subject(Check check) {
    ObjectNode subject =
        Json.object()
            .put("scenario", check.scenario().name())
            .put("release", check.scenario().release().name());
    put(subject, "bug", check.bug().map(Mutation::name));
    put(subject, "repair", check.mended().map(Mutation::name));
    subject.set("changes", Json.texts(check.brought().stream().map(Change::word).toList()));
    subject.setAll(Json.sizes(check.scenario()));
    subject.set("programs", Json.texts(check.scenario().state().programs.texts()));
    subject.set("off", Json.texts(check.scenario().off()));
    subject.set("with", Json.texts(check.scenario().with()));
    return subject;
  }

  /// Whether symmetry is used, and if not, whether for a reason.
  static ObjectNode symmetry(PreparedCheck prepared) {
    ObjectNode symmetry = Json.object().put("use", SymmetryText.word(prepared.symmetry()));
    put(
        symmetry,
        "reason",
        prepared.symmetry() instanceof Usage.Refused refused
            ? Optional.of(refused.reason())
            : Optional.empty());
    return symmetry;
  }

  /// What was found out about each property.
  static ArrayNode properties(Outcome outcome) {
    ArrayNode properties = Json.array();
    outcome.judgements().forEach(judgement -> properties.add(property(judgement)));
    return properties;
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

  /// Puts a text, or null where there is none.
  static void put(ObjectNode object, String field, Optional<String> text) {
    text.ifPresentOrElse(t -> object.put(field, t), () -> object.putNull(field));
  }
}
