package psyscall.cli.explain;

import java.util.List;
import java.util.Optional;
import psyscall.cli.catalog.WholeProtocol;
import psyscall.cli.output.Json;
import psyscall.cli.session.WrongUsage;
import psyscall.reports.automaton.Automaton;
import psyscall.reports.automaton.Dot;
import psyscall.reports.automaton.Subject;
import psyscall.reports.automaton.Tour;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;

/// The automata of goroutine and processor, in the form that is asked for.
public final class Automata {
  /// How many states a scenario can have that is counted by interpreting it.
  private static final long STATES_MAX = 200_000;

  private Automata() {}

  /// In what form.
  public enum Form {
    /// Tables.
    TEXT,
    /// A graph for Graphviz.
    DOT,
    /// An object.
    JSON
  }

  /// An automaton.
  ///
  /// @param subject whose
  /// @param scenario in which it is counted how often a transition fires; a tour of small worlds if
  ///   there is none
  /// @param release the release of Go; that of the scenario, or else 1.10.8, if none is asked for
  /// @param form in what form
  /// @return its lines
  /// @throws WrongUsage if the scenario is too large
  public static List<String> lines(
      Subject subject, Optional<Scenario> scenario, Optional<Release> release, Form form) {
    scenario.ifPresent(Automata::requireSmall);
    List<Scenario> worlds = scenario.map(List::of).orElseGet(Tour::all);
    Release of = release.orElse(worlds.getFirst().release());
    Automaton automaton =
        Automaton.of(
            subject,
            WholeProtocol.build(of).protocol(),
            worlds.stream().map(world -> world.on(of)).toList());
    return switch (form) {
      case TEXT -> new AutomatonPage(automaton).lines();
      case DOT -> Dot.lines(automaton);
      case JSON -> Json.text(AutomatonDocument.of(automaton)).lines().toList();
    };
  }

  private static void requireSmall(Scenario scenario) {
    Optional<Scenario.Counts> whole = scenario.pinned().whole();
    if (whole.isEmpty() || whole.get().states() > STATES_MAX) {
      throw new WrongUsage(
          "scenario is too large to be counted: scenario=%s, states=%s, limit=%d; see"
                  .formatted(
                      scenario.name(),
                      whole.map(known -> String.valueOf(known.states())).orElse("unknown"),
                      STATES_MAX)
              + " 'psyscall list scenarios'");
    }
  }
}
