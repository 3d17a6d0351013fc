package psyscall.cli.check;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import psyscall.checker.search.Strategy;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.reports.timeline.Look;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Searches for tests, and scenarios that say something wrong of themselves.
final class Runs {
  static final Bounds NO_BOUNDS =
      Bounds.parse(Optional.empty(), Optional.empty(), Optional.empty());

  /// Breadth first, without symmetry.
  static final Manner PLAIN = new Manner(2, new Strategy.BreadthFirst(), Manner.Symmetry.OFF);

  private Runs() {}

  static Session session(StringWriter err, Session.Screen screen) {
    return new Session(
        "1.2.3",
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        screen,
        Look.DEFAULT,
        System::nanoTime,
        2,
        new Interruption());
  }

  static Outcome run(Check check) {
    return run(check, NO_BOUNDS);
  }

  static Outcome run(Check check, Bounds bounds) {
    return run(check, PLAIN, bounds);
  }

  static Outcome run(Check check, Manner manner) {
    return run(check, manner, NO_BOUNDS);
  }

  private static Outcome run(Check check, Manner manner, Bounds bounds) {
    return new CheckRun(session(new StringWriter(), Session.Screen.FILE), bounds.limits())
        .run(PreparedCheck.of(check, manner));
  }

  static Scenario scenario(String name) {
    return Scenarios.named(name).orElseThrow();
  }

  /// A scenario of other properties, of which some are said to be violated.
  static Scenario claiming(Scenario scenario, List<String> properties, List<String> expected) {
    return new Scenario(
        scenario.name(),
        scenario.summary(),
        scenario.release(),
        scenario.threads(),
        scenario.processors(),
        scenario.programs(),
        scenario.features(),
        properties,
        expected,
        scenario.pinned());
  }

  /// A scenario of other counts.
  static Scenario pinning(Scenario scenario, Scenario.Pinned pinned) {
    return new Scenario(
        scenario.name(),
        scenario.summary(),
        scenario.release(),
        scenario.threads(),
        scenario.processors(),
        scenario.programs(),
        scenario.features(),
        scenario.properties(),
        scenario.expected(),
        pinned);
  }
}
