package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Bugs;
import psyscall.spec.bug.Presence;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.release.Release;

/// Bugs of Go over its releases, then what `check --bug` can break or look for.
final class BugEntries {
  private BugEntries() {}

  /// Two tables.
  static List<String> lines() {
    List<String> lines = new ArrayList<>(ofGo());
    lines.add("");
    Table table = new Table("bug", "origin", "in", "breaks", "steps", "summary");
    for (Mutation bug : Mutations.all()) {
      table.row(
          bug.name(),
          origin(bug),
          bug.release().name(),
          withoutThrow(bug.property()),
          bug.depth() == 0 ? "-" : Words.number(bug.depth()),
          bug.summary());
    }
    lines.addAll(table.lines());
    return lines;
  }

  private static List<String> ofGo() {
    List<String> headings = new ArrayList<>(List.of("bug of Go"));
    Release.all().forEach(release -> headings.add(release.name()));
    headings.add("what happened");
    Table table = new Table(headings.toArray(String[]::new));
    for (Bug bug : Bugs.all()) {
      List<String> row = new ArrayList<>(List.of(bug.name()));
      Release.all().forEach(release -> row.add(text(bug.in(release))));
      row.add(bug.history());
      table.row(row.toArray(String[]::new));
    }
    return table.lines();
  }

  private static String text(Presence presence) {
    return switch (presence) {
      case Presence.Native of -> of.text() + " " + of.steps();
      case Presence.PutBack of -> of.text() + " " + of.steps();
      case Presence.Absent of -> of.text();
      case Presence.NotJudged of -> of.why();
    };
  }

  /// One object for each name.
  static ArrayNode document() {
    ArrayNode array = Json.array();
    Mutations.all().forEach(bug -> array.add(json(bug)));
    Bugs.all().stream()
        .filter(bug -> Mutations.named(bug.name()).isEmpty())
        .forEach(bug -> array.add(json(bug)));
    return array;
  }

  private static ObjectNode json(Mutation bug) {
    ObjectNode json =
        Json.object()
            .put("name", bug.name())
            .put("origin", origin(bug))
            .put("scenario", bug.scenario())
            .put("release", bug.release().name())
            .put("property", bug.property());
    bug.ending()
        .ifPresentOrElse(ending -> json.put("ending", ending), () -> json.putNull("ending"));
    json.put("length", bug.depth()).put("summary", bug.summary()).put("history", bug.history());
    json.set("cells", cells(Bugs.named(bug.name())));
    return json;
  }

  /// A bug of which no mutation is made: some release has it, or no safety property shows it.
  private static ObjectNode json(Bug bug) {
    ObjectNode json =
        Json.object()
            .put("name", bug.name())
            .put("origin", "native")
            .put("scenario", bug.scenario());
    Release.all().stream()
        .filter(bug::isNativeIn)
        .findFirst()
        .ifPresentOrElse(
            release -> json.put("release", release.name()), () -> json.putNull("release"));
    json.put("property", bug.property())
        .putNull("ending")
        .putNull("length")
        .put("summary", bug.summary())
        .put("history", bug.history());
    json.set("cells", cells(Optional.of(bug)));
    return json;
  }

  /// What history says of each release; none for a change that nobody made.
  private static ArrayNode cells(Optional<Bug> known) {
    ArrayNode cells = Json.array();
    known.ifPresent(
        bug ->
            Release.all()
                .forEach(
                    release -> {
                      ObjectNode cell = cells.addObject().put("in", release.name());
                      Presence presence = bug.in(release);
                      cell.put("is", presence.text());
                      steps(presence)
                          .ifPresentOrElse(
                              steps -> cell.put("steps", steps), () -> cell.putNull("steps"));
                    }));
    return cells;
  }

  private static Optional<Integer> steps(Presence presence) {
    return switch (presence) {
      case Presence.Native of -> Optional.of(of.steps());
      case Presence.PutBack of -> Optional.of(of.steps());
      case Presence.Absent _, Presence.NotJudged _ -> Optional.empty();
    };
  }

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
}
