package psyscall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.checker.eventlog.Question;
import psyscall.cli.eventlog.AllowedReport;
import psyscall.cli.input.Bounds;
import psyscall.cli.output.Json;
import psyscall.cli.session.Session;

/// `allowed`: what the model allows next after a log of events.
@Command(
    name = "allowed",
    description = {
      "Tells which events the model allows next after a log of events, and with whom.",
      "docs/event-log.md describes such logs; any scheduler can write them."
    },
    footer = {
      "examples:",
      "  psyscall allowed run.jsonl",
      "  psyscall allowed run.jsonl --json",
      "exit codes: 0 told, 2 usage, 15 the log is refused before its end,",
      "  150 not an event log, 153 the system failed, 255 a mistake of psyscall"
    })
final class AllowedVerb implements Callable<Integer> {
  private static final long MEMORY_DEFAULT_BYTES = 512L << 20;

  private final Session session;

  @Parameters(paramLabel = "<file>", description = "a log of events, a JSON object a line")
  private Path file = Path.of("");

  @Option(
      names = "--max-memory",
      paramLabel = "<size>",
      description = "for reading and judging it (default: 512MB)")
  private @Nullable String maxMemory;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  AllowedVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long memory =
        Bounds.parse(Optional.empty(), Optional.empty(), Optional.ofNullable(maxMemory))
            .maxMemoryBytes()
            .orElse(MEMORY_DEFAULT_BYTES);
    AllowedReport report = AllowedReport.of(file, memory, Question.DEFAULT);
    if (json) {
      session.out().print(Json.text(report.document(session.version())));
    } else {
      report.lines().forEach(session::say);
    }
    return report.exit().code();
  }
}
