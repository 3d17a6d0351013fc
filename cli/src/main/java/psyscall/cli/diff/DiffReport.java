package psyscall.cli.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.cli.output.EditScript;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.Session;
import psyscall.model.behavior.Behavior;

/// Two releases side by side for people.
///
/// @param session where it is printed
public record DiffReport(Session session) {
  private static final int WIDTH = 100;

  /// The changes, each with its statements; printed before the worlds are explored.
  ///
  /// @param diff what differs in the texts
  public void texts(TextDiff diff) {
    line(
        "psyscall",
        "%s, Go %s on the left, Go %s on the right"
            .formatted(session.version(), diff.from().name(), diff.to().name()));
    line("changes", Words.list(diff.changes().stream().map(each -> each.change().word()).toList()));
    line("shown", "each on top of those before it: together they are the whole difference");
    for (ChangeDiff change : diff.changes()) {
      session.say("");
      change(change);
    }
    session.say("");
    session.flush();
  }

  private void change(ChangeDiff diff) {
    String left = diff.isMade() ? "" : " (on the left)";
    line("change", diff.change().word() + left + ": " + diff.change().summary());
    List<String> variables =
        Stream.concat(
                diff.gone().stream().map(name -> "- " + name),
                diff.added().stream().map(name -> "+ " + name))
            .toList();
    if (!variables.isEmpty()) {
      line("variables", Words.list(variables));
    }
    if (diff.procedures().isEmpty()) {
      line("statements", "none is another one");
    }
    Map<List<EditScript.Edit>, List<ChangeDiff.ProcedureDiff>> alike = new LinkedHashMap<>();
    for (ChangeDiff.ProcedureDiff procedure : diff.procedures()) {
      alike.computeIfAbsent(procedure.script().changes(), _ -> new ArrayList<>()).add(procedure);
    }
    alike.values().forEach(this::procedures);
  }

  /// Procedures in which the same lines change: the first is shown, the others are named.
  private void procedures(List<ChangeDiff.ProcedureDiff> alike) {
    session.say("");
    session.say("in " + alike.getFirst().name() + ":");
    SideBySide.lines(alike.getFirst().script()).forEach(session::say);
    if (alike.size() > 1) {
      List<String> others = alike.stream().skip(1).map(ChangeDiff.ProcedureDiff::name).toList();
      Words.wrapped("the same in " + Words.list(others), WIDTH).forEach(session::say);
    }
  }

  /// The properties whose verdict differs.
  ///
  /// @param texts what differs in the texts
  /// @param verdicts what came of the searches
  public void verdicts(TextDiff texts, VerdictDiff verdicts) {
    String left = texts.from().name();
    String right = texts.to().name();
    Table worlds = new Table("world", "sizes", "states in " + left, "states in " + right);
    List<List<String>> differing = new ArrayList<>();
    for (VerdictDiff.World world : verdicts.worlds()) {
      worlds.row(
          world.name(),
          Words.sizes(world.before().check().scenario()),
          states(world.before()),
          states(world.after()));
      for (VerdictDiff.Difference each : world.differences()) {
        differing.add(
            List.of(world.name(), each.property(), told(each.before()), told(each.after())));
      }
    }
    worlds.lines().forEach(session::say);
    session.say("");
    if (!differing.isEmpty()) {
      Table table = new Table("in", "property", left, right);
      differing.forEach(row -> table.row(row.toArray(String[]::new)));
      table.lines().forEach(session::say);
      session.say("");
    }
    session.say(
        "differ: %s in %s; %s of %s in %s"
            .formatted(
                Words.count(texts.changes().size(), "change"),
                Words.count(procedures(texts), "procedure"),
                Words.number(verdicts.differing()),
                Words.count(verdicts.compared(), "verdict"),
                Words.count(verdicts.worlds().size(), "world")));
  }

  private static long procedures(TextDiff texts) {
    return texts.changes().stream()
        .flatMap(change -> change.procedures().stream())
        .map(ChangeDiff.ProcedureDiff::name)
        .distinct()
        .count();
  }

  private static String states(Outcome outcome) {
    return Words.number(outcome.counts().states());
  }

  private static String told(Judgement judgement) {
    return judgement.standing().word()
        + judgement
            .trace()
            .map(Behavior::length)
            .map(length -> " after " + Words.count(length, "step"))
            .orElse("");
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }
}
