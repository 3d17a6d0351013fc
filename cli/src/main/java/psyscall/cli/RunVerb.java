package psyscall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.input.Counts;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.run.Counterexample;
import psyscall.cli.run.Driver;
import psyscall.cli.run.Printed;
import psyscall.cli.run.RunDocument;
import psyscall.cli.run.RunPlan;
import psyscall.cli.run.RunProgress;
import psyscall.cli.run.RunReport;
import psyscall.cli.run.RunSeries;
import psyscall.cli.run.Schedule;
import psyscall.cli.run.SeriesReport;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.cli.session.WrongUsage;
import psyscall.cli.workload.ProgramChoice;
import psyscall.cli.workload.RunFiles;
import psyscall.cli.workload.ScriptFile;
import psyscall.cli.workload.ShippedPrograms;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.schedule.ScriptMismatchException;
import psyscall.model.workload.Workload;

/// `run`: runs a program by the rules of a release, in virtual time.
@Command(
    name = "run",
    abbreviateSynopsis = true,
    description = {
      "Runs a program of goroutines by the rules of a release of Go; each step is judged by the",
      "properties of the model. futex-table: the article's experiment beside what Go really did."
    },
    footer = {
      "examples: psyscall run futex --release=1.10.8; psyscall run --list",
      "exit codes: 0 the program ended, 2 usage, 10 nothing judged, 11 nobody can move,"
          + " 12 violated,",
      "  15 no counterexample, 16 time is over, 130 stop, 150 no program, 153 the system, 255 we"
    })
final class RunVerb implements Callable<Integer> {
  private static final int SECONDS_MAX = 3_600;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int RUNS_MAX = 1_000_000;

  private final Session session;

  @Parameters(
      paramLabel = "<program>",
      arity = "0..1",
      description = "a name of 'run --list', or a JSON file")
  private @Nullable String program;

  @Option(names = "--list", description = "list the programs that psyscall brings")
  private boolean isList;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: the program's)")
  private @Nullable String release;

  @Option(
      names = "--procs",
      paramLabel = "<n>",
      description = "GOMAXPROCS, 1 to 64 (default: the program's)")
  private @Nullable String procs;

  @Option(
      names = "--preemption",
      paramLabel = "<how>",
      description = "signals, or prologues (asyncpreemptoff=1; default: the program's)")
  private @Nullable String preemption;

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "break the rules first; a name of 'list bugs'")
  private @Nullable String bug;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "draws what is left open (default: in turn, the first choice)")
  private @Nullable String seed;

  @Option(
      names = "--driver",
      paramLabel = "<word>",
      description = "virtual time, or threads: real ones, real calls (default: virtual)")
  private String driver = "virtual";

  @Option(
      names = "--schedule",
      paramLabel = "<file>",
      description = "decide as in a file of --schedule-out, then in turn")
  private @Nullable String schedule;

  @Option(
      names = "--schedule-out",
      paramLabel = "<file>",
      description = "write down what the scheduler decides")
  private @Nullable String scheduleOut;

  @Option(
      names = "--max-seconds",
      paramLabel = "<n>",
      description = "of the run's time, 1 to 3600 (default: 5)")
  private String seconds = "5";

  @Option(
      names = "--events-out",
      paramLabel = "<file>",
      description = "write the events as a log that 'conform' judges")
  private @Nullable String eventsOut;

  @Option(
      names = "--trace-out",
      paramLabel = "<file>",
      description = "write an execution trace that 'conform' and 'go tool trace' read")
  private @Nullable String traceOut;

  @Option(
      names = "--runs",
      paramLabel = "<n>",
      description = "so many runs, each with the next seed: means (1 to 1000000)")
  private @Nullable String runs;

  @Option(
      names = "--replay",
      paramLabel = "<file>",
      description = "follow a counterexample that 'check --trace' wrote")
  private @Nullable String replay;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  RunVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (isList) {
      list();
      return 0;
    }
    RunFiles.requireDifferent(outputs());
    if (replay != null) {
      return follow(replay);
    }
    RunPlan plan = plan();
    return runs == null ? once(plan) : series(plan, runs);
  }

  private void list() {
    if (program != null) {
      throw new WrongUsage("a program beside the list: program=" + program + "; leave one out");
    }
    if (json
        || Stream.of(release, procs, preemption, bug, seed, schedule, replay, runs)
            .anyMatch(Objects::nonNull)
        || !outputs().isEmpty()) {
      throw new WrongUsage("options of a run beside the list; give --list alone");
    }
    int width = ShippedPrograms.names().stream().mapToInt(String::length).max().orElse(0);
    for (Workload each : ShippedPrograms.all()) {
      String padding = " ".repeat(width - each.name().length());
      session.say(each.name() + padding + "  " + each.summary());
    }
  }

  private List<Path> outputs() {
    return Stream.of(eventsOut, traceOut, scheduleOut)
        .flatMap(Stream::ofNullable)
        .map(ProgramChoice::path)
        .toList();
  }

  private RunPlan plan() {
    Workload workload =
        new ProgramChoice(
                Optional.ofNullable(program),
                Optional.ofNullable(release),
                Optional.ofNullable(procs),
                Optional.ofNullable(preemption))
            .workload();
    RunLimits limits =
        new RunLimits(
            SECOND_NANOS * Counts.one("max-seconds", seconds, "seconds", 1, SECONDS_MAX),
            RunLimits.USUAL.steps());
    return RunPlan.of(workload, Optional.ofNullable(bug).map(Names::bug), limits);
  }

  private int once(RunPlan plan) {
    Schedule decided =
        Schedule.of(seedNumber(), Optional.ofNullable(schedule).map(ProgramChoice::path));
    if (scheduleOut == null) {
      return once(plan, decided);
    }
    try (ScriptFile file =
        ScriptFile.at(ProgramChoice.path(scheduleOut), decided.scheduler().seed())) {
      int code = once(plan, decided.told(file::write));
      file.keep();
      return code;
    }
  }

  private int once(RunPlan plan, Schedule decided) {
    Driver by = Driver.named(driver);
    try {
      return told(
          plan,
          all ->
              RunReport.of(plan, by.words(decided.text()), by.run(plan, decided.scheduler(), all)));
    } catch (ScriptMismatchException e) {
      throw new UnreadableInput(e.getMessage() + ", file=" + schedule);
    }
  }

  private Optional<Integer> seedNumber() {
    return Optional.ofNullable(seed).map(n -> Counts.one("seed", n, "seed", 0, Integer.MAX_VALUE));
  }

  private int follow(String file) {
    if (Stream.of(program, release, procs, preemption, bug, seed, runs).anyMatch(Objects::nonNull)
        || Driver.named(driver) != Driver.VIRTUAL) {
      throw new WrongUsage(
          "a counterexample brings its program and its rules: replay=" + file + "; give it alone");
    }
    try {
      Counterexample counterexample = Counterexample.read(ProgramChoice.path(file));
      return told(counterexample.plan(), all -> counterexample.report(counterexample.follow(all)));
    } catch (Counterexample.NotPossible e) {
      session.say(e.text());
      return ExitCode.NOT_CONFORMING.code();
    }
  }

  private int series(RunPlan plan, String count) {
    if (Stream.of(eventsOut, traceOut, schedule, scheduleOut).anyMatch(Objects::nonNull)) {
      throw new WrongUsage("one file for several runs: runs=" + count + "; leave --runs out");
    }
    int wanted = Counts.one("runs", count, "number of runs", 1, RUNS_MAX);
    if (Driver.named(driver) == Driver.THREADS) {
      throw new WrongUsage("real time for several runs: driver=threads; leave --runs out");
    }
    RunSeries series = new RunSeries(plan, seedNumber().orElse(0), wanted);
    SeriesReport report = new SeriesReport(series, series.run(session));
    if (json) {
      session.out().print(Json.text(RunDocument.of(session.version(), report)));
    } else {
      report.lines().forEach(session::say);
    }
    return report.result().exit().code();
  }

  /// Makes one run, with whoever listens to it, and tells what came of it.
  private int told(RunPlan plan, Function<List<RunListener>, RunReport> run) {
    Printed printed = new Printed(json ? _ -> {} : session::say);
    RunReport report;
    try (RunFiles files =
            RunFiles.open(
                plan.workload(),
                Optional.ofNullable(eventsOut).map(ProgramChoice::path),
                Optional.ofNullable(traceOut).map(ProgramChoice::path));
        RunProgress progress = new RunProgress(session, plan.workload().name(), 1)) {
      List<RunListener> listeners = new ArrayList<>(files.listeners());
      listeners.addAll(List.of(printed, progress));
      report = run.apply(listeners);
      files.keep();
    }
    if (json) {
      session.out().print(Json.text(RunDocument.of(session.version(), report, printed.lines())));
    } else {
      session.say("");
      report.lines(session.look()).forEach(session::say);
    }
    return report.exit().code();
  }
}
