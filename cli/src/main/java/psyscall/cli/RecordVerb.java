package psyscall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.conform.GoTraceJudge;
import psyscall.cli.conform.Judged;
import psyscall.cli.conform.Sitting;
import psyscall.cli.input.Counts;
import psyscall.cli.recording.Recorder;
import psyscall.cli.recording.RecordingPlan;
import psyscall.cli.recording.ScenarioProgram;
import psyscall.cli.recording.WantedRelease;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;

/// `record`: lets real releases of Go run small programs and write execution traces.
@Command(
    name = "record",
    description = {
      "Records execution traces of small programs of real releases of Go, and judges them.",
      "The Go client fetches the releases: 1.21 or newer is needed, on Linux. The programs are",
      "those of conformance/go."
    },
    footer = {
      "examples:",
      "  psyscall record installed --scenario=pipe",
      "  psyscall record 1.10.8 1.14 1.22.12 --procs=1,2,4 -o traces",
      "exit codes: 0 explained, 2 usage, 15 not explained, 16 a program did not end or a limit,",
      "  130 interrupted, 153 no Go, not fetched, not built or not written,",
      "  255 a mistake of psyscall"
    })
final class RecordVerb implements Callable<Integer> {
  /// What judging a trace may take.
  private static final long MEMORY_BYTES = 512L << 20;

  private final Session session;

  @Parameters(
      paramLabel = "<release>",
      arity = "1..*",
      description = "such as 1.14.15; 1.14 is the last of them; installed; all: 1.5 to 1.26")
  private List<String> releases = List.of();

  @Option(
      names = "--scenario",
      paramLabel = "<name>",
      description = "names joined by commas (default: all)")
  private String scenario = "all";

  @Option(
      names = "--procs",
      paramLabel = "<n>",
      description = "GOMAXPROCS, numbers joined by commas (default: 2)")
  private String procs = "2";

  @Option(
      names = "--times",
      paramLabel = "<n>",
      description = "how often the scenario runs in one trace (default: 1)")
  private String times = "1";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<folder>",
      description = "where the traces go (default: traces)")
  private Path folder = Path.of("traces");

  /// Makes the verb.
  ///
  /// @param session where it writes
  RecordVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RecordingPlan plan =
        new RecordingPlan(
            WantedRelease.parse(releases),
            ScenarioProgram.parse(scenario),
            Counts.list("procs", procs, "number of Ps", 1, RecordingPlan.PROCS_MAX),
            Counts.one("times", times, "number of runs", 1, RecordingPlan.TIMES_MAX),
            folder);
    Sitting sitting =
        new Sitting(session, List.of(new GoTraceJudge(session, MEMORY_BYTES)), Sitting.AUTO);
    return new Recorder(session, plan, trace -> judge(sitting, trace)).run().code();
  }

  private ExitCode judge(Sitting sitting, Path trace) {
    Judged judged = sitting.judge(trace);
    judged.details().forEach(session::say);
    session.say(judged.line());
    return judged.exit();
  }
}
