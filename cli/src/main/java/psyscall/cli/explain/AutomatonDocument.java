package psyscall.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import psyscall.cli.output.Json;
import psyscall.reports.automaton.Automaton;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.term.Sort;

/// The automaton of a goroutine or of a processor for programs.
final class AutomatonDocument {
  private AutomatonDocument() {}

  static ObjectNode of(Automaton automaton) {
    ObjectNode json =
        Json.object()
            .put("subject", automaton.subject().name())
            .put("about", automaton.subject().text())
            .put("states", automaton.states())
            .put("steps", automaton.steps());
    ArrayNode worlds = json.putArray("worlds");
    automaton.visits().forEach(visit -> worlds.add(world(visit)));
    ArrayNode statuses = json.putArray("statuses");
    for (Automaton.Status status : automaton.statuses()) {
      ObjectNode fields = statuses.addObject().put("name", status.name()).putObject("fields");
      status.fields().forEach((field, times) -> fields.put(field.name(), times));
    }
    ArrayNode transitions = json.putArray("transitions");
    for (Automaton.Transition each : automaton.transitions()) {
      transitions
          .addObject()
          .put("from", each.from())
          .put("event", each.event())
          .put("to", each.to())
          .put("fired", each.fired())
          .set("statements", statements(each.firings()));
    }
    ArrayNode events = json.putArray("events");
    automaton.told().forEach(each -> events.add(event(each)));
    return json;
  }

  private static ObjectNode world(Automaton.Visit visit) {
    ObjectNode json =
        Json.object()
            .put("name", visit.scenario().name())
            .put("release", visit.scenario().release().name());
    json.setAll(Json.sizes(visit.scenario()));
    json.set("programs", Json.texts(visit.scenario().state().programs.texts()));
    return json.put("states", visit.states()).put("steps", visit.steps());
  }

  private static ObjectNode event(Automaton.Telling telling) {
    ObjectNode json = Json.object().put("name", telling.rule().name());
    json.set(
        "parameters",
        Json.texts(telling.rule().event().parameters().stream().map(Sort.Field::name).toList()));
    json.put("summary", telling.rule().text().summary()).put("moves", telling.moves());
    place(json, telling.rule().text().source());
    json.set("statements", statements(telling.firings()));
    return json;
  }

  private static ArrayNode statements(List<Automaton.Firing> firings) {
    ArrayNode array = Json.array();
    for (Automaton.Firing firing : firings) {
      Address address = firing.site().address();
      ObjectNode json =
          array
              .addObject()
              .put("procedure", address.procedure())
              .put("label", address.label())
              .put("ordinal", address.ordinal());
      place(json, firing.site().citation());
      json.put("fired", firing.times());
    }
    return array;
  }

  private static void place(ObjectNode json, Citation citation) {
    json.put("file", citation.file())
        .put("function", citation.function())
        .put("step", citation.step())
        .set("releases", Json.texts(citation.releases()));
  }
}
