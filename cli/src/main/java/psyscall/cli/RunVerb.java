package psyscall.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.input.Counts;
import psyscall.cli.input.Names;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.cli.workload.RunFiles;
import psyscall.cli.workload.RunReport;
import psyscall.cli.workload.ShippedPrograms;
import psyscall.cli.workload.WorkloadFile;
import psyscall.model.run.CallOutcome;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.listen.RunTally;
import psyscall.model.run.VirtualRun;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Preemption;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.SeededRandom;
import psyscall.spec.release.Release;

/// `run`: runs a program by the rules of a release, in virtual time.
@Command(
    name = "run",
    description = {
      "Runs a program of goroutines by the rules of a release of Go, in virtual time.",
      "Prints what it prints, then what became of its time. The kernel is a part of the model;",
      "the same words make the same run."
    },
    footer = {
      "examples:",
      "  psyscall run futex --release=1.10.8",
      "  psyscall run futex --procs=1 --seed=7 --events-out=futex.jsonl",
      "exit codes: 0 the program ended, 2 usage, 11 nobody can move, 12 a throw, or a step that",
      "  the lifecycle does not allow, 16 the time allowed is over, 150 no program,",
      "  153 the system failed, 255 a mistake of psyscall"
    })
final class RunVerb implements Callable<Integer> {
  private static final int SECONDS_MAX = 3_600;
  private static final long SECOND_NANOS = 1_000_000_000L;

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
      description = "signals, or prologues as with asyncpreemptoff=1 (default: the program's)")
  private @Nullable String preemption;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "draws what is left open (default: in turn, the first of what can be chosen)")
  private @Nullable String seed;

  @Option(
      names = "--max-seconds",
      paramLabel = "<n>",
      description = "of virtual time, 1 to 3600 (default: 5)")
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
    Workload workload = workload();
    RunLimits limits =
        new RunLimits(
            SECOND_NANOS * Counts.one("max-seconds", seconds, "seconds", 1, SECONDS_MAX),
            RunLimits.USUAL.steps());
    RunTally tally = new RunTally(workload);
    RunEnd end = run(workload, limits, tally);
    session.say("");
    new RunReport(workload, schedulerText(), end, tally.summary(end)).lines().forEach(session::say);
    return RunReport.exit(end).code();
  }

  private void list() {
    if (program != null) {
      throw new WrongUsage("a program beside the list: program=" + program + "; leave one out");
    }
    for (Workload each : ShippedPrograms.all()) {
      session.say(each.name());
      session.say("    " + each.summary());
    }
  }

  private Workload workload() {
    String name = program;
    if (name == null) {
      throw new WrongUsage("nothing to run: programs=0; give a name of 'run --list', or a file");
    }
    Workload found = ShippedPrograms.named(name).orElseGet(() -> fromFile(name));
    Release of = Optional.ofNullable(release).map(Names::release).orElse(found.release());
    int ps =
        Optional.ofNullable(procs)
            .map(n -> Counts.one("procs", n, "number of Ps", 1, WorkloadFile.INDIVIDUALS_MAX))
            .orElse(found.processors());
    Preemption how =
        Optional.ofNullable(preemption).map(RunVerb::preemption).orElse(found.preemption());
    return found.on(of, ps, how);
  }

  /// A word without a dot or a folder is meant as a name.
  private static Workload fromFile(String name) {
    if (!name.contains(".") && !name.contains("/")) {
      throw Names.unknown("program", name, ShippedPrograms.names(), "see 'psyscall run --list'");
    }
    return WorkloadFile.read(path(name));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongUsage("no path: file=" + e.getReason());
    }
  }

  private static Preemption preemption(String word) {
    return switch (word) {
      case "signals" -> Preemption.ASYNCHRONOUS;
      case "prologues" -> Preemption.COOPERATIVE;
      case String _ ->
          throw Names.unknown(
              "preemption", word, List.of("signals", "prologues"), "give signals or prologues");
    };
  }

  private Scheduler scheduler() {
    return seedNumber().<Scheduler>map(SeededRandom::new).orElseGet(RoundRobin::new);
  }

  private Optional<Integer> seedNumber() {
    return Optional.ofNullable(seed).map(n -> Counts.one("seed", n, "seed", 0, Integer.MAX_VALUE));
  }

  private String schedulerText() {
    return seedNumber().map(n -> "--seed=" + n).orElse("in turn");
  }

  private RunEnd run(Workload workload, RunLimits limits, RunTally tally) {
    try (RunFiles files =
        RunFiles.open(
            workload,
            Optional.ofNullable(eventsOut).map(RunVerb::path),
            Optional.ofNullable(traceOut).map(RunVerb::path))) {
      List<RunListener> listeners = new ArrayList<>(files.listeners());
      listeners.add(tally);
      RunEnd end = run(workload, limits, listeners);
      files.keep();
      return end;
    }
  }

  private RunEnd run(Workload workload, RunLimits limits, List<RunListener> listeners) {
    List<RunListener> all = new ArrayList<>(listeners);
    all.add(
        new RunListener() {
          @Override
          public void printed(long nanos, long goroutine, CallOutcome outcome) {
            session.say(outcome.result().text());
          }

          @Override
          public void said(long nanos, long goroutine, String text) {
            session.say(text);
          }
        });
    return new VirtualRun(workload, scheduler(), limits, all).run();
  }
}
