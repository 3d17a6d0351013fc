package psyscall.cli.eventlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.PossibleEvent;
import psyscall.cli.output.Json;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;

/// What is said of a line of a log.
final class LineText {
  private LineText() {}

  /// The event as it stands in the log.
  static String event(LoggedEvent line) {
    List<String> words = new ArrayList<>(List.of(line.name()));
    for (IdField field : IdField.values()) {
      if (line.id(field) != LoggedEvent.NONE) {
        words.add(field.key() + "=" + line.id(field));
      }
    }
    return String.join(" ", words);
  }

  /// One line for people; nothing for a status line.
  static List<String> answer(LoggedEvent line, Answer answer) {
    return switch (answer) {
      case Answer.Noted() -> List.of();
      case Answer.Explained() -> List.of(line.line() + " explained " + event(line));
      case Answer.Refused refused ->
          List.of(
              "%d refused %s; needs: %s; is: %s; allowed: %s"
                  .formatted(
                      line.line(),
                      event(line),
                      refused.needs(),
                      String.join(", ", refused.standing()),
                      allowed(refused)));
    };
  }

  private static String allowed(Answer.Refused refused) {
    List<String> texts = refused.allowed().stream().map(PossibleEvent::text).toList();
    return texts.isEmpty() ? "nothing with these" : String.join(", ", texts);
  }

  /// One object for programs; nothing for a status line.
  static List<ObjectNode> document(LoggedEvent line, Answer answer) {
    ObjectNode document = Json.object().put("line", line.line()).put("event", line.name());
    for (IdField field : IdField.values()) {
      if (line.id(field) != LoggedEvent.NONE) {
        document.put(field.key(), line.id(field));
      }
    }
    return switch (answer) {
      case Answer.Noted() -> List.of();
      case Answer.Explained() -> List.of(document.put("answer", "explained"));
      case Answer.Refused refused -> {
        document.put("answer", "refused").put("needs", refused.needs());
        document.set("is", Json.texts(refused.standing()));
        document.set(
            "allowed", Json.texts(refused.allowed().stream().map(PossibleEvent::text).toList()));
        yield List.of(document);
      }
    };
  }
}
