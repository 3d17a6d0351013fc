package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.cli.output.Words;
import psyscall.model.behavior.World;
import psyscall.model.layout.Layout;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.scenario.Scenario;

/// A scenario at length.
final class ScenarioPage {
  /// An entry of 4 bytes in a table that is three quarters full; half as full when it has grown.
  private static final String TABLE_BYTES_LEAST = "5.3";

  private static final String TABLE_BYTES_MOST = "10.7";

  private ScenarioPage() {}

  static List<String> lines(Scenario scenario) {
    List<String> bugs =
        Mutations.all().stream()
            .filter(bug -> bug.scenario().equals(scenario.name()))
            .map(Mutation::name)
            .toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("scenario", scenario.name() + ": " + scenario.summary()));
    lines.addAll(Words.labelled("release", "Go " + scenario.release().name()));
    lines.addAll(Words.labelled("sizes", Words.sizes(scenario)));
    lines.addAll(Words.labelled("programs", String.join("\n", scenario.state().programs.texts())));
    lines.addAll(Words.labelled("off", Words.list(scenario.off())));
    if (!scenario.with().isEmpty()) {
      lines.addAll(Words.labelled("with", Words.list(scenario.with())));
    }
    lines.addAll(Words.labelled("properties", Words.list(scenario.properties())));
    lines.addAll(Words.labelled("violated", Words.list(scenario.expected())));
    Scenario.Pinned pinned = scenario.pinned();
    lines.addAll(Words.labelled("pinned", counts(pinned.whole())));
    lines.addAll(Words.labelled("symmetric", counts(pinned.symmetric())));
    lines.addAll(Words.labelled("cut by one", counts(pinned.cut())));
    lines.addAll(Words.labelled("bugs", Words.list(bugs)));
    lines.addAll(state(scenario));
    return lines;
  }

  private static String counts(Optional<Scenario.Counts> counts) {
    return counts
        .map(
            known ->
                Words.count(known.states(), "state")
                    + ", "
                    + Words.count(known.transitions(), "transition")
                    + ", depth "
                    + Words.number(known.depth()))
        .orElse("not known");
  }

  /// How a state is packed, and what it takes in a search.
  private static List<String> state(Scenario scenario) {
    Layout layout = Layout.of(scenario.specification(), new World(scenario.sizes()));
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Words.labelled(
            "state",
            "%d bits in %s: a stored state takes %d bytes, and %s to %s in the table"
                .formatted(
                    layout.bits(),
                    Words.count(layout.words(), "word"),
                    layout.words() * Long.BYTES,
                    TABLE_BYTES_LEAST,
                    TABLE_BYTES_MOST)));
    lines.add("");
    lines.addAll(layout.drawing());
    return lines;
  }
}
