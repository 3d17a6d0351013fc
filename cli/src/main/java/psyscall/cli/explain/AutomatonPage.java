package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.reports.automaton.Automaton;
import psyscall.reports.automaton.Subject;
import psyscall.spec.citation.Citation;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.PStatus;
import psyscall.spec.term.Sort;

/// The automaton of a goroutine or of a processor as tables.
///
/// @param automaton what is shown
record AutomatonPage(Automaton automaton) {
  private static final String USUAL_FILE = "runtime/proc.go";

  /// The page.
  ///
  /// @return lines of at most 100 columns
  List<String> lines() {
    Subject subject = automaton.subject();
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("automaton", subject.name() + ": " + subject.text()));
    lines.addAll(Words.labelled("read in", releases()));
    lines.addAll(Words.labelled("fired", run()));
    lines.add("");
    lines.addAll(transitions().lines());
    if (subject == Subject.P) {
      lines.add("");
      lines.addAll(fields().lines());
    }
    lines.add("");
    lines.addAll(events().lines());
    if (subject == Subject.P) {
      lines.add("");
      lines.addAll(unmoved().lines());
    }
    lines.add("");
    lines.addAll(worlds().lines());
    List<String> silent = silent();
    if (!silent.isEmpty()) {
      lines.add("");
      lines.addAll(Words.labelled("not reached", String.join(", ", silent)));
    }
    return lines;
  }

  private boolean isOneRelease() {
    return automaton.releases().size() == 1;
  }

  private String releases() {
    return automaton.releases().stream()
            .map(each -> "Go " + String.join(", ", each))
            .collect(Collectors.joining("; "))
        + (isOneRelease() ? "" : "; each place tells which");
  }

  private String run() {
    return "how often in %s: every step out of every one of %s of the worlds below"
        .formatted(
            Words.count(automaton.steps(), "step"), Words.count(automaton.states(), "state"));
  }

  /// What the lifecycle allows; each statement that did it has a line.
  private Table transitions() {
    Table table = new Table("from", "event", "to", "fired", "statement", USUAL_FILE);
    for (Automaton.Transition each : automaton.transitions()) {
      if (each.firings().isEmpty()) {
        table.row(each.from(), each.event(), each.to(), "0", "-", "-");
      }
      boolean first = true;
      for (Automaton.Firing firing : each.firings()) {
        table.row(
            first ? each.from() : "",
            first ? each.event() : "",
            first ? each.to() : "",
            Words.number(firing.times()),
            firing.site().place(),
            function(firing.site().citation()));
        first = false;
      }
    }
    return table;
  }

  private Table fields() {
    Table table = new Table("holder", "p.status", "states");
    for (Automaton.Status status : automaton.statuses()) {
      String name = status.name();
      for (Map.Entry<PStatus, Long> field : status.fields().entrySet()) {
        table.row(name, field.getKey().name(), Words.number(field.getValue()));
        name = "";
      }
    }
    return table;
  }

  /// What each event means.
  private Table events() {
    Table table = new Table("event", "arguments", "it", "where Go tells it");
    for (Automaton.Telling each : automaton.told()) {
      table.row(
          each.rule().name(),
          each.rule().event().parameters().stream()
              .map(Sort.Field::name)
              .collect(Collectors.joining(", ")),
          each.rule().text().summary(),
          place(each.rule().text().source()));
    }
    return table;
  }

  /// The events that move neither a G nor a P, each statement on a line.
  private Table unmoved() {
    Table table = new Table("moves nothing", "fired", "statement", USUAL_FILE);
    for (Automaton.Telling each : automaton.told()) {
      boolean first = true;
      for (Automaton.Firing firing : each.moves() ? List.<Automaton.Firing>of() : each.firings()) {
        table.row(
            first ? each.rule().name() : "",
            Words.number(firing.times()),
            firing.site().place(),
            function(firing.site().citation()));
        first = false;
      }
    }
    return table;
  }

  /// The statements that told nothing in this run.
  private List<String> silent() {
    return automaton.told().stream()
        .flatMap(each -> each.firings().stream())
        .filter(firing -> firing.times() == 0)
        .map(firing -> firing.site().event() + " in " + firing.site().place())
        .toList();
  }

  private Table worlds() {
    Table table = new Table("world", "sizes", "states", "steps", "programs");
    for (Automaton.Visit visit : automaton.visits()) {
      Scenario scenario = visit.scenario();
      table.row(
          scenario.name(),
          Words.sizes(scenario),
          Words.number(visit.states()),
          Words.number(visit.steps()),
          String.join("; ", scenario.state().programs.texts()));
    }
    return table;
  }

  private String function(Citation citation) {
    String file = citation.file().equals(USUAL_FILE) ? "" : " in " + citation.file();
    return citation.function() + file + release(citation);
  }

  private String place(Citation citation) {
    return citation.file() + " " + citation.function() + release(citation);
  }

  private String release(Citation citation) {
    return isOneRelease() ? "" : " (go" + String.join(", ", citation.releases()) + ")";
  }
}
