package psyscall.cli.check;

import java.time.Duration;
import java.util.List;
import psyscall.checker.search.BreadthFirstSearch;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.HeapGauge;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.cli.input.Bounds;
import psyscall.cli.session.Session;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;

/// Makes searches.
///
/// @param session who is told and who may end it
/// @param bounds what each search may cost
public record CheckRun(Session session, Bounds bounds) {

  /// Makes a search.
  ///
  /// @param check what is asked
  /// @return what came of it, whether or not a limit ended it
  public Outcome run(Check check) {
    long start = session.clockNanos().getAsLong();
    Specification specification = Flattening.of(check.protocol());
    Interpreter interpreter = new Interpreter(specification, new World(check.scenario().sizes()));
    RuntimeView view = new RuntimeView(check.scenario().state(), specification);
    List<Property> properties =
        check.properties().stream().map(name -> Properties.of(name, view)).toList();
    SearchOptions options = new SearchOptions(check.until(), bounds.limits());
    Exploration exploration;
    try (ProgressLine progress = new ProgressLine(session, check.name())) {
      Supervision supervision =
          new Supervision(
              session.clockNanos(), new HeapGauge(), progress, session.interruption()::isRequested);
      exploration = BreadthFirstSearch.explore(interpreter, properties, options, supervision);
    }
    Duration elapsed = Duration.ofNanos(session.clockNanos().getAsLong() - start);
    return new Outcome(check, interpreter, exploration, elapsed);
  }
}
