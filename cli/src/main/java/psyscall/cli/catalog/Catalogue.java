package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// What `list` lists.
public enum Catalogue {
  /// Named finite worlds.
  SCENARIOS {
    @Override
    public List<String> lines(Optional<Release> asked) {
      Table table = new Table("scenario", "sizes", "states", "symmetric", "cut", "summary");
      for (Scenario scenario : scenarios(asked)) {
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
    public ArrayNode document(Optional<Release> asked) {
      ArrayNode array = Json.array();
      scenarios(asked).forEach(scenario -> array.add(json(scenario)));
      return array;
    }
  },

  /// Claims.
  PROPERTIES {
    @Override
    public List<String> lines(Optional<Release> asked) {
      Table table = new Table("property", "kind", "claim");
      for (Property property : whole(asked).properties()) {
        table.row(property.name(), WholeProtocol.kind(property), property.about().claim());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      ArrayNode array = Json.array();
      for (Property property : whole(asked).properties()) {
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

  /// Bugs of Go over its releases, and mutations: bugs that Go had, those that it has, and small
  /// changes that a property must notice.
  BUGS {
    @Override
    public List<String> lines(Optional<Release> asked) {
      return BugEntries.lines();
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      return BugEntries.document();
    }
  },

  /// Atomic steps.
  RULES {
    @Override
    public List<String> lines(Optional<Release> asked) {
      Table table = new Table("rule", "kind", "occurs in", "source");
      for (RuleEntry rule : RuleEntry.all(release(asked))) {
        table.row(
            rule.name(), rule.kind(), Words.number(rule.scenarios()), rule.citation().toString());
      }
      return table.lines();
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      ArrayNode array = Json.array();
      for (RuleEntry rule : RuleEntry.all(release(asked))) {
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
    public List<String> lines(Optional<Release> asked) {
      Table table = new Table("throw", "is", "check or reason", "fired by");
      for (ThrowEntry entry : ThrowEntry.all(release(asked))) {
        table.row(
            entry.row().procedure() + " " + entry.place(),
            entry.treatment(),
            entry.check().orElse(entry.row().reason()),
            entry.mutants().isEmpty() ? "-" : String.join(", ", entry.mutants()));
      }
      return table.lines();
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      ArrayNode array = Json.array();
      for (ThrowEntry entry : ThrowEntry.all(release(asked))) {
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
    public List<String> lines(Optional<Release> asked) {
      return EventRefusals.search().lines();
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      return EventRefusals.search().document();
    }
  },

  /// The system calls that Go's runtime makes for itself.
  SYSCALLS {
    @Override
    public List<String> lines(Optional<Release> asked) {
      return SystemCallList.lines(release(asked));
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      return SystemCallList.document(release(asked));
    }
  },

  /// The places in Go's source that the specification names.
  CITATIONS {
    @Override
    public List<String> lines(Optional<Release> asked) {
      return Citations.lines(CitationEntry.all(whole(asked)));
    }

    @Override
    public ArrayNode document(Optional<Release> asked) {
      return Citations.document(CitationEntry.all(whole(asked)));
    }
  };

  /// The catalogue as a table.
  ///
  /// @param asked the release; each entry's own, or else 1.10.8, if none is asked for
  /// @return its lines
  public abstract List<String> lines(Optional<Release> asked);

  /// The catalogue for programs.
  ///
  /// @param asked the release; each entry's own, or else 1.10.8, if none is asked for
  /// @return an array with an object for each entry
  public abstract ArrayNode document(Optional<Release> asked);

  /// Whether what it lists differs from release to release.
  ///
  /// @return whether a release can be asked for
  public boolean hasReleases() {
    return switch (this) {
      case SCENARIOS, PROPERTIES, RULES, THROWS, SYSCALLS, CITATIONS -> true;
      case BUGS, EVENTS -> false;
    };
  }

  private static Release release(Optional<Release> asked) {
    return asked.orElse(Release.GO_1_10_8);
  }

  private static WholeProtocol whole(Optional<Release> asked) {
    return WholeProtocol.build(release(asked));
  }

  private static List<Scenario> scenarios(Optional<Release> asked) {
    return Scenarios.all().stream()
        .map(scenario -> asked.map(scenario::on).orElse(scenario))
        .toList();
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
    json.set("with", Json.texts(scenario.with()));
    json.set("programs", Json.texts(scenario.state().programs.texts()));
    json.set("properties", Json.texts(scenario.properties()));
    json.set("expected", Json.texts(scenario.expected()));
    return json;
  }
}
