package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import psyscall.cli.output.Words;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.scenario.Scenario;

/// A scenario at length.
final class ScenarioPage {
  private ScenarioPage() {}

  static List<String> lines(Scenario scenario) {
    Scenario.Counts pinned = scenario.pinned();
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
    lines.addAll(Words.labelled("properties", Words.list(scenario.properties())));
    lines.addAll(Words.labelled("violated", Words.list(scenario.expected())));
    lines.addAll(
        Words.labelled(
            "pinned",
            pinned.states() == 0
                ? "nothing yet"
                : Words.count(pinned.states(), "state")
                    + ", "
                    + Words.count(pinned.transitions(), "transition")
                    + ", depth "
                    + Words.number(pinned.depth())));
    lines.addAll(Words.labelled("bugs", Words.list(bugs)));
    return lines;
  }
}
