package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Property;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// What `list` lists.
public enum Catalogue {
  /// Named finite worlds.
  SCENARIOS {
    @Override
    public List<String> lines() {
      Table table = new Table("scenario", "sizes", "states", "symmetric", "cut", "summary");
      for (Scenario scenario : Scenarios.all()) {
        Scenario.Pinned pinned = scenario.pinned();
        table.row(
            scenario.name(),
            Words.sizes(scenario),
            states(pinned.whole()),
            states(pinned.symmetric()),
            states(pinned.cut()),
            scenario.summary());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document() {
      ArrayNode array = Json.array();
      Scenarios.all().forEach(scenario -> array.add(json(scenario)));
      return array;
    }
  },

  /// Claims.
  PROPERTIES {
    @Override
    public List<String> lines() {
      Table table = new Table("property", "kind", "claim");
      for (Property property : WholeProtocol.build().properties()) {
        table.row(property.name(), WholeProtocol.kind(property), property.about().claim());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document() {
      ArrayNode array = Json.array();
      for (Property property : WholeProtocol.build().properties()) {
        array
            .addObject()
            .put("name", property.name())
            .put("kind", WholeProtocol.kind(property))
            .put("claim", property.about().claim())
            .put("why", property.about().why())
            .put("source", property.about().citation().toString());
      }
      return array;
    }
  },

  /// Mutations: bugs that Go had, those that it has, and small changes that a property must notice.
  BUGS {
    @Override
    public List<String> lines() {
      Table table = new Table("bug", "origin", "breaks", "steps", "summary");
      for (Mutation bug : Mutations.all()) {
        table.row(
            bug.name(),
            origin(bug),
            withoutThrow(bug.property()),
            bug.depth() == 0 ? "-" : Words.number(bug.depth()),
            bug.summary());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document() {
      ArrayNode array = Json.array();
      for (Mutation bug : Mutations.all()) {
        ObjectNode json =
            array
                .addObject()
                .put("name", bug.name())
                .put("origin", origin(bug))
                .put("scenario", bug.scenario())
                .put("property", bug.property());
        bug.ending()
            .ifPresentOrElse(ending -> json.put("ending", ending), () -> json.putNull("ending"));
        json.put("length", bug.depth()).put("summary", bug.summary()).put("history", bug.history());
      }
      return array;
    }
  },

  /// Atomic steps.
  RULES {
    @Override
    public List<String> lines() {
      Table table = new Table("rule", "kind", "occurs in", "source");
      for (RuleEntry rule : RuleEntry.all()) {
        table.row(
            rule.name(), rule.kind(), Words.number(rule.scenarios()), rule.citation().toString());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document() {
      ArrayNode array = Json.array();
      for (RuleEntry rule : RuleEntry.all()) {
        array
            .addObject()
            .put("name", rule.name())
            .put("kind", rule.kind())
            .put("scenarios", rule.scenarios())
            .put("source", rule.citation().toString());
      }
      return array;
    }
  },

  /// The throws of Go on the modelled paths.
  THROWS {
    @Override
    public List<String> lines() {
      Table table = new Table("throw", "is", "check or reason", "fired by");
      for (ThrowEntry entry : ThrowEntry.all()) {
        table.row(
            entry.row().procedure() + " " + entry.place(),
            entry.treatment(),
            entry.check().orElse(entry.row().reason()),
            entry.mutants().isEmpty() ? "-" : String.join(", ", entry.mutants()));
      }
      return table.lines();
    }

    @Override
    public ArrayNode document() {
      ArrayNode array = Json.array();
      for (ThrowEntry entry : ThrowEntry.all()) {
        ObjectNode json =
            array
                .addObject()
                .put("procedure", entry.row().procedure())
                .put("file", entry.row().file())
                .put("lines", entry.row().lines())
                .put("condition", entry.row().condition())
                .put("treatment", entry.treatment())
                .put("reason", entry.row().reason());
        entry
            .check()
            .ifPresentOrElse(check -> json.put("check", check), () -> json.putNull("check"));
        json.set("bugs", Json.texts(entry.mutants()));
      }
      return array;
    }
  },

  /// The events of the lifecycle and their guards.
  EVENTS {
    @Override
    public List<String> lines() {
      return EventRefusals.search().lines();
    }

    @Override
    public ArrayNode document() {
      return EventRefusals.search().document();
    }
  },

  /// The places in Go's source that the specification names.
  CITATIONS {
    @Override
    public List<String> lines() {
      return Citations.lines(citations());
    }

    @Override
    public ArrayNode document() {
      return Citations.document(citations());
    }
  };

  /// The catalogue as a table.
  ///
  /// @return its lines
  public abstract List<String> lines();

  /// The catalogue for programs.
  ///
  /// @return an array with an object for each entry
  public abstract ArrayNode document();

  /// The page of a bug names the throw too.
  private static String withoutThrow(String property) {
    return property.replaceFirst(":.*", "");
  }

  private static String origin(Mutation bug) {
    return switch (bug.origin()) {
      case GO -> "go";
      case NATIVE -> "native";
      case MUTANT -> "mutant";
    };
  }

  private static List<CitationEntry> citations() {
    return CitationEntry.all(WholeProtocol.build());
  }

  private static String states(Optional<Scenario.Counts> counts) {
    return counts.map(known -> Words.number(known.states())).orElse("-");
  }

  private static void put(ObjectNode json, String field, Optional<Long> number) {
    number.ifPresentOrElse(n -> json.put(field, n), () -> json.putNull(field));
  }

  private static ObjectNode json(Scenario scenario) {
    ObjectNode json =
        Json.object().put("name", scenario.name()).put("release", scenario.release().name());
    json.setAll(Json.sizes(scenario));
    Scenario.Pinned pinned = scenario.pinned();
    put(json, "states", pinned.whole().map(Scenario.Counts::states));
    put(json, "symmetricStates", pinned.symmetric().map(Scenario.Counts::states));
    put(json, "cutStates", pinned.cut().map(Scenario.Counts::states));
    put(json, "transitions", pinned.whole().map(Scenario.Counts::transitions));
    put(json, "depth", pinned.whole().map(counts -> (long) counts.depth()));
    json.put("summary", scenario.summary());
    json.set("off", Json.texts(scenario.off()));
    json.set("programs", Json.texts(scenario.state().programs.texts()));
    json.set("properties", Json.texts(scenario.properties()));
    json.set("expected", Json.texts(scenario.expected()));
    return json;
  }
}
