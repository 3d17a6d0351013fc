package psyscall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.check.BugSearches;
import psyscall.cli.check.BugTable;
import psyscall.cli.check.Check;
import psyscall.cli.check.CheckRun;
import psyscall.cli.check.DefaultSet;
import psyscall.cli.check.Outcome;
import psyscall.cli.check.PreparedCheck;
import psyscall.cli.check.Summary;
import psyscall.cli.check.Tolerance;
import psyscall.cli.check.TraceFile;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Manner;
import psyscall.cli.input.Names;
import psyscall.cli.output.BugTableDocument;
import psyscall.cli.output.BugTableReport;
import psyscall.cli.output.CheckDocument;
import psyscall.cli.output.CheckReport;
import psyscall.cli.output.CounterexampleText;
import psyscall.cli.output.Json;
import psyscall.cli.output.SetReport;
import psyscall.cli.output.VerdictLine;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.release.Release;

/// `check`: explores scenarios to their last state, or looks for a bug.
@Command(
    name = "check",
    abbreviateSynopsis = true,
    description = {
      "Explores scenarios to their last state and judges their properties.",
      "Without names: a set with bugs of Go. Violations are sought in Go's order of queues too."
    },
    footer = {
      "examples: psyscall check --bug=go10618 --trace=go10618.itf.json",
      "  psyscall check one-call --property=no-throw --max-time=1m",
      "exit codes: 0 holds (or is known, if nothing is named), 2 usage, 10 vacuous, 11 deadlock,",
      "  12 safety or 13 'possible' violated, 16 a limit, 130 interrupted, 153 the system, 255 we"
    })
final class CheckVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<scenario>", arity = "0..*", description = "names of 'list scenarios'")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "look for a bug; a name of 'list bugs'")
  private @Nullable String bug;

  @Option(
      names = "--bugs",
      paramLabel = "<names>",
      description = "bugs of Go times releases: all or names; at length with --release")
  private @Nullable String bugs;

  @Option(
      names = "--repair",
      paramLabel = "<id>",
      description = "mend a bug of origin 'native' first; a name of 'list bugs'")
  private @Nullable String repair;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: the scenario's)")
  private @Nullable String release;

  @Option(
      names = "--property",
      paramLabel = "<name>",
      description = "judge only this, up to the first violation; repeatable")
  private List<String> properties = new ArrayList<>();

  @Option(
      names = "--max-states",
      paramLabel = "<n>",
      description = "most distinct states of a search (default: no limit)")
  private @Nullable String maxStates;

  @Option(
      names = "--max-time",
      paramLabel = "<time>",
      description = "longest time of a search, as 30s, 5m, 2h (default: no limit)")
  private @Nullable String maxTime;

  @Option(
      names = "--max-memory",
      paramLabel = "<size>",
      description = "most heap, as 512MB, 4GB; at least 64MB (default: half of the RAM)")
  private @Nullable String maxMemory;

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "threads that take steps, 1 to 64 (default: as many as processors)")
  private @Nullable String threads;

  @Option(
      names = "--search",
      paramLabel = "<order>",
      description = "bfs, dfs or random: 1000 walks of 1000 steps (default: bfs)")
  private @Nullable String search;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "of random walks (default: drawn, and told)")
  private @Nullable String seed;

  @Option(
      names = "--symmetry",
      paramLabel = "<use>",
      description = "on or off (default: on where sound, but not for random)")
  private @Nullable String symmetry;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Option(
      names = "--trace",
      paramLabel = "<file>",
      description = "write the counterexample, which bfs makes shortest, as an ITF trace")
  private @Nullable Path trace;

  /// Makes the verb.
  ///
  /// @param session where it writes
  CheckVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Bounds bounds =
        Bounds.parse(
            Optional.ofNullable(maxStates),
            Optional.ofNullable(maxTime),
            Optional.ofNullable(maxMemory));
    Manner manner =
        Manner.parse(
            Optional.ofNullable(threads),
            Optional.ofNullable(search),
            Optional.ofNullable(seed),
            Optional.ofNullable(symmetry),
            session);
    if (bugs != null && release == null) {
      return bugs(bugs, manner, bounds).code();
    }
    List<PreparedCheck> checks =
        checks().stream().map(check -> PreparedCheck.of(check, manner)).toList();
    Optional<TraceFile> file = Optional.ofNullable(trace).map(TraceFile::at);
    try {
      Summary summary = search(checks, bounds);
      conclude(summary, manner, bounds, file);
      return summary.exit().code();
    } finally {
      file.ifPresent(TraceFile::close);
    }
  }

  private ExitCode bugs(String names, Manner manner, Bounds bounds) {
    requireAlone(names);
    if (trace != null) {
      throw new WrongUsage(
          "a table of bugs stands alone: bugs=%s; --trace is for one of its cells, give --release"
              .formatted(names));
    }
    CheckRun run = new CheckRun(session, bounds.limits());
    BugTable table =
        BugTable.of(
            Names.bugs(names),
            check -> run.run(PreparedCheck.of(check, manner)),
            session.interruption()::isRequested,
            _ -> session.flush());
    if (json) {
      session.out().print(Json.text(BugTableDocument.of(session.version(), table)));
    } else {
      new BugTableReport(session).print(table);
    }
    return table.exit();
  }

  private void requireAlone(String names) {
    if (!scenarios.isEmpty() || bug != null || repair != null || !properties.isEmpty()) {
      throw new WrongUsage(
          "a table of bugs stands alone: bugs=%s; give no scenario, --bug, --repair or --property"
                  .formatted(names)
              + " beside it");
    }
  }

  /// Cells of the table of bugs, each a search of its own.
  private static List<Check> cells(String names, Release release) {
    List<Check> cells =
        Names.bugs(names).stream()
            .flatMap(each -> BugSearches.of(each, release).telling().stream())
            .toList();
    if (cells.isEmpty()) {
      throw new WrongUsage(
          "not judged, no safety property shows it: bugs=" + names + "; see 'psyscall explain'");
    }
    return cells;
  }

  private boolean isDefaultSet() {
    return scenarios.isEmpty() && bug == null && bugs == null;
  }

  private List<Check> checks() {
    if (bugs != null && release != null) {
      requireAlone(bugs);
      return cells(bugs, Names.release(release));
    }
    List<String> names = properties.stream().distinct().map(Names::property).toList();
    if (bug != null && !scenarios.isEmpty()) {
      throw new WrongUsage(
          "a bug has its own scenario: bug=%s, scenario=%s; name one of the two"
              .formatted(bug, scenarios.getFirst()));
    }
    if (isDefaultSet() && repair != null) {
      throw new WrongUsage("a repair of what: repair=" + repair + "; name a scenario or --bug");
    }
    if (isDefaultSet() && !names.isEmpty()) {
      throw new WrongUsage(
          "a property of what: property=" + names.getFirst() + "; name a scenario or --bug");
    }
    if (isDefaultSet() && release != null) {
      throw new WrongUsage("a release of what: release=" + release + "; name a scenario or --bug");
    }
    Stream<Check> checks =
        bug != null
            ? Stream.of(of(Names.bug(bug)))
            : scenarios.stream().distinct().map(Names::scenario).map(Check::of);
    return isDefaultSet()
        ? DefaultSet.checks()
        : checks.map(check -> check.only(names)).map(repairing()).map(releasing()).toList();
  }

  private UnaryOperator<Check> repairing() {
    return Optional.ofNullable(repair)
        .map(Names::repaired)
        .<UnaryOperator<Check>>map(bug -> check -> check.mending(bug))
        .orElse(UnaryOperator.identity());
  }

  private UnaryOperator<Check> releasing() {
    return Optional.ofNullable(release)
        .map(Names::release)
        .<UnaryOperator<Check>>map(other -> check -> check.on(other))
        .orElse(UnaryOperator.identity());
  }

  private static Check of(Mutation mutation) {
    return Check.of(mutation, mutation.world());
  }

  private Summary search(List<PreparedCheck> checks, Bounds bounds) {
    CheckRun run = new CheckRun(session, bounds.limits());
    SetReport set = new SetReport(session);
    CheckReport report = new CheckReport(session);
    List<Outcome> outcomes = new ArrayList<>();
    if (!json && isDefaultSet()) {
      set.header(checks, bounds);
    }
    for (PreparedCheck check : checks) {
      if (session.interruption().isRequested()) {
        break;
      }
      if (!json && !isDefaultSet()) {
        report.header(check, bounds);
      }
      Outcome outcome = run.runInBothOrders(check);
      outcomes.add(outcome);
      if (!json && isDefaultSet()) {
        set.outcome(outcome);
      } else if (!json) {
        report.outcome(outcome);
      }
    }
    return new Summary(
        outcomes,
        checks.subList(outcomes.size(), checks.size()).stream().map(PreparedCheck::check).toList(),
        isDefaultSet() ? Tolerance.AS_EXPECTED : Tolerance.AS_VIOLATED,
        session.interruption().isRequested() ? Summary.End.INTERRUPTED : Summary.End.OF_ITSELF);
  }

  private void conclude(Summary summary, Manner manner, Bounds bounds, Optional<TraceFile> file) {
    Optional<String> text =
        file.isEmpty()
            ? Optional.empty()
            : summary.traced().map(outcome -> CounterexampleText.itf(session.version(), outcome));
    if (file.isPresent() && text.isPresent()) {
      file.get().write(text.get());
    }
    if (json) {
      Optional<String> written = text.map(_ -> String.valueOf(trace));
      session
          .out()
          .print(Json.text(CheckDocument.of(session.version(), manner, bounds, summary, written)));
      return;
    }
    if (isDefaultSet()) {
      new SetReport(session).counterexamples(summary.outcomes());
    }
    if (file.isPresent()) {
      String told =
          text.isPresent()
              ? trace + "; see 'psyscall replay'"
              : "no counterexample, nothing written: file=" + trace;
      // On one line, so that the path can be copied.
      session.say("trace         " + told);
    }
    session.say(VerdictLine.of(summary));
  }
}
