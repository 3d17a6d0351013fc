package psyscall.cli.check;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.HeapGauge;
import psyscall.checker.search.Limits;
import psyscall.checker.search.Search;
import psyscall.checker.search.Supervision;
import psyscall.cli.session.Session;
import psyscall.spec.scenario.Scenario;

/// Makes searches.
///
/// @param session who is told and who may end it
/// @param limits what each search may cost
public record CheckRun(Session session, Limits limits) {

  /// Makes a search.
  ///
  /// @param prepared what is asked
  /// @return what came of it, whether or not a limit ended it
  public Outcome run(PreparedCheck prepared) {
    long start = session.clockNanos().getAsLong();
    Exploration exploration;
    try (ProgressLine progress =
        new ProgressLine(session, prepared.check().name(), expected(prepared))) {
      Supervision supervision =
          new Supervision(
              session.clockNanos(), new HeapGauge(), progress, session.interruption()::isRequested);
      exploration =
          Search.explore(
              prepared.interpreter(), prepared.properties(), prepared.options(limits), supervision);
    }
    Duration elapsed = Duration.ofNanos(session.clockNanos().getAsLong() - start);
    return new Outcome(prepared, exploration, elapsed, List.of());
  }

  /// Makes a search, and for each violation that it finds another one, up to the first violation,
  /// with Go's own order of queues.
  ///
  /// @param prepared what is asked
  /// @return what came of both, whether or not a limit ended them; each may cost as much
  public Outcome runInBothOrders(PreparedCheck prepared) {
    Outcome outcome = run(prepared);
    return outcome.with(GoOrder.of(outcome, this::run));
  }

  /// How many states the search will meet unless something ends it.
  private static OptionalLong expected(PreparedCheck prepared) {
    return prepared.manner().isSampling()
        ? OptionalLong.empty()
        : prepared.pinned().stream().mapToLong(Scenario.Counts::states).findFirst();
  }
}
