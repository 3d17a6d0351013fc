package psyscall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.checker.search.Limits;
import psyscall.cli.check.CheckRun;
import psyscall.cli.diff.DiffDocument;
import psyscall.cli.diff.DiffReport;
import psyscall.cli.diff.TextDiff;
import psyscall.cli.diff.VerdictDiff;
import psyscall.cli.input.Manner;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.release.Release;

/// `diff`: two releases side by side.
@Command(
    name = "diff",
    description = {
      "Lays two releases of Go side by side: what was changed, and what holds in one only.",
      "Each change with the statements that it changes; then small worlds, explored in both."
    },
    footer = {
      "examples:",
      "  psyscall diff 1.10.8 1.19.13",
      "  psyscall diff 1.14.15 1.19.13 --json",
      "exit codes: 0 compared, 2 usage, 130 interrupted, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class DiffVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "<from>",
      description = "the release on the left: 1.10.8, 1.14.15 or 1.19.13")
  private String from = "";

  @Parameters(index = "1", paramLabel = "<to>", description = "the release on the right")
  private String to = "";

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  DiffVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Release left = Names.release(from);
    Release right = Names.release(to);
    if (left.equals(right)) {
      throw new WrongUsage(
          "a release beside itself: from=%s, to=%s; give two, choices=%s"
              .formatted(from, to, Release.all().stream().map(Release::name).toList()));
    }
    TextDiff texts = TextDiff.of(left, right);
    DiffReport report = new DiffReport(session);
    if (!json) {
      report.texts(texts);
    }
    Manner manner =
        Manner.parse(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), session);
    Optional<VerdictDiff> verdicts =
        VerdictDiff.of(new CheckRun(session, Limits.NONE), manner, left, right);
    if (verdicts.isEmpty()) {
      if (!json) {
        session.say("interrupted: the texts were compared, the verdicts were not");
      }
      return ExitCode.INTERRUPTED.code();
    }
    if (json) {
      session
          .out()
          .print(Json.text(DiffDocument.of(session.version(), texts, verdicts.orElseThrow())));
    } else {
      report.verdicts(texts, verdicts.orElseThrow());
    }
    return ExitCode.HOLDS.code();
  }
}
