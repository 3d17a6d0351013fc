package psyscall.reports.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import psyscall.spec.state.PStatus;

/// An automaton as a directed graph in the language of Graphviz: a node for each status, an edge
/// for each transition with its event and how often it fired. What never fired is dashed.
public final class Dot {
  private Dot() {}

  /// The graph.
  ///
  /// @param automaton the automaton
  /// @return its lines
  public static List<String> lines(Automaton automaton) {
    List<String> lines = new ArrayList<>();
    lines.add("digraph " + automaton.subject().name() + " {");
    lines.add("  label=" + quoted(title(automaton)) + ";");
    lines.add("  labelloc=t;");
    lines.add("  nodesep=0.6;");
    lines.add("  ranksep=0.8;");
    lines.add("  node [shape=box, style=rounded, fontname=\"Helvetica\"];");
    lines.add("  edge [fontname=\"Helvetica\", fontsize=10];");
    for (Automaton.Status status : automaton.statuses()) {
      lines.add("  " + status.name() + " [label=" + quoted(label(status)) + "];");
    }
    for (Automaton.Transition each : automaton.transitions()) {
      String label = "%s\n%s".formatted(each.event(), number(each.fired()));
      lines.add(
          "  %s -> %s [label=%s%s];"
              .formatted(
                  each.from(),
                  each.to(),
                  quoted(label),
                  each.fired() == 0 ? ", style=dashed" : ""));
    }
    lines.add("}");
    return lines;
  }

  private static String title(Automaton automaton) {
    return "%s: %s\nfired in %s steps out of %s states"
        .formatted(
            automaton.subject().name(),
            automaton.subject().text(),
            number(automaton.steps()),
            number(automaton.states()));
  }

  /// For a P with Go's `p.status` below it.
  private static String label(Automaton.Status status) {
    String fields =
        status.fields().keySet().stream().map(PStatus::name).collect(Collectors.joining(", "));
    return fields.isEmpty() ? status.name() : status.name() + "\n" + fields;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
