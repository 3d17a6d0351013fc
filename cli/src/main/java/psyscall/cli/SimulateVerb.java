package psyscall.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.checker.search.Limits;
import psyscall.checker.search.Strategy;
import psyscall.cli.check.Check;
import psyscall.cli.check.CheckRun;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.check.Summary;
import psyscall.cli.check.Tolerance;
import psyscall.cli.input.Manner;
import psyscall.cli.input.Names;
import psyscall.cli.input.Walks;
import psyscall.cli.output.Json;
import psyscall.cli.output.SimulateDocument;
import psyscall.cli.output.SimulateReport;
import psyscall.cli.output.VerdictLine;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.scenario.Scenario;

/// `simulate`: takes random walks and judges what is met on them.
///
/// What it prints has no times in it, so that one seed gives one text.
@Command(
    name = "simulate",
    description = {
      "Takes random walks through a scenario and judges what they meet: a sample.",
      "The same seed makes the same walks; what it finds can be found again."
    },
    footer = {
      "examples:",
      "  psyscall simulate two-calls-one-p --seed=1",
      "  psyscall simulate --bug=go6070 --seed=7 --runs=10000",
      "exit codes: 0 nothing wrong was met, 2 usage, 11 deadlock, 12 safety violated,",
      "  16 nothing could be judged, or memory is full, 130 interrupted, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class SimulateVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "<scenario>",
      arity = "0..1",
      description = "a name of 'list scenarios'; a bug has its own")
  private @Nullable String scenario;

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "break the protocol, and stop when that shows; a name of 'list bugs'")
  private @Nullable String bug;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: the scenario's)")
  private @Nullable String release;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "determines the walks (default: drawn, and told)")
  private @Nullable String seed;

  @Option(
      names = "--steps",
      paramLabel = "<n>",
      description = "most steps of a walk, 1 to 1000000 (default: 1000)")
  private @Nullable String steps;

  @Option(
      names = "--runs",
      paramLabel = "<n>",
      description = "number of walks, 1 to 1000000000 (default: 1000)")
  private @Nullable String runs;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  SimulateVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Strategy.RandomWalk walks =
        Walks.parse(
            Optional.ofNullable(seed),
            Optional.ofNullable(steps),
            Optional.ofNullable(runs),
            session.clockNanos());
    PreparedCheck prepared = PreparedCheck.of(released(), Manner.of(walks));
    SimulateReport report = new SimulateReport(session);
    if (!json) {
      report.header(prepared, walks);
    }
    Outcome outcome = new CheckRun(session, Limits.NONE).run(prepared);
    Summary summary =
        new Summary(
            List.of(outcome),
            List.of(),
            Tolerance.AS_VIOLATED,
            session.interruption().isRequested() ? Summary.End.INTERRUPTED : Summary.End.OF_ITSELF);
    if (json) {
      session.out().print(Json.text(SimulateDocument.of(session.version(), walks, summary)));
    } else {
      report.outcome(outcome);
      session.say(VerdictLine.of(summary));
    }
    return summary.exit().code();
  }

  private Check released() {
    Check named = check();
    return Optional.ofNullable(release).map(Names::release).map(named::on).orElse(named);
  }

  private Check check() {
    Optional<Mutation> broken = Optional.ofNullable(bug).map(Names::bug);
    Optional<Scenario> named = Optional.ofNullable(scenario).map(Names::scenario);
    if (broken.isEmpty()) {
      return Check.of(
          named.orElseThrow(
              () -> new WrongUsage("a walk through what: name a scenario or give --bug")));
    }
    Scenario own = broken.get().world();
    if (named.isPresent() && !named.get().name().equals(own.name())) {
      throw new WrongUsage(
          "bug of another scenario: bug=%s, given=%s, wanted=%s"
              .formatted(bug, named.get().name(), own.name()));
    }
    return Check.of(broken.get(), own);
  }
}
