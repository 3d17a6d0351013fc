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
import psyscall.cli.conform.ConformDocument;
import psyscall.cli.conform.EventLogFileJudge;
import psyscall.cli.conform.FormatJudge;
import psyscall.cli.conform.GoTraceJudge;
import psyscall.cli.conform.Judged;
import psyscall.cli.conform.Matrix;
import psyscall.cli.conform.Sitting;
import psyscall.cli.conform.StraceFileJudge;
import psyscall.cli.eventlog.LiveJudge;
import psyscall.cli.input.Bounds;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.model.observe.MemoryAllowance;

/// `conform`: judges recorded runs of real programs by the model.
@Command(
    name = "conform",
    description = {
      "Judges recorded runs by the model: traces of Go, logs of events, logs of strace.",
      "Each event is explained by events of the lifecycle, or it is said why not."
    },
    footer = {
      "examples:",
      "  psyscall conform app.trace",
      "  psyscall conform --matrix traces --markdown",
      "exit codes: 0 explained, 2 usage, 10 nothing checked, 15 not explained,",
      "  16 cut off or a limit, 130 interrupted, 150 not a trace, 255 a mistake of psyscall"
    })
final class ConformVerb implements Callable<Integer> {
  private static final long MEMORY_DEFAULT_BYTES = 512L << 20;
  private static final String STANDARD_INPUT = "-";

  private final Session session;

  @Parameters(
      paramLabel = "<file>",
      arity = "0..*",
      description = "recorded runs; '-' is a log of events, answered while it is written")
  private @Nullable List<String> files;

  @Option(
      names = "--matrix",
      paramLabel = "<folder>",
      description = "judge its goRELEASE-SCENARIO-pN.trace files: releases by scenarios")
  private @Nullable String matrix;

  @Option(names = "--markdown", description = "print the matrix as Markdown")
  private boolean markdown;

  @Option(
      names = "--format",
      paramLabel = "<name>",
      description = "auto, go, events or strace (default: auto, by the first bytes)")
  private String format = Sitting.AUTO;

  @Option(
      names = "--max-memory",
      paramLabel = "<size>",
      description = "for reading and judging a file (default: 512MB)")
  private @Nullable String maxMemory;

  @Option(
      names = "--on-refusal",
      paramLabel = "<word>",
      description = "stop or continue, for '-' (default: stop)")
  private String onRefusal = "stop";

  @Option(names = "--json", description = "print one JSON document; for '-' one object a line")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  ConformVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long memory =
        Bounds.parse(Optional.empty(), Optional.empty(), Optional.ofNullable(maxMemory))
            .maxMemoryBytes()
            .orElse(MEMORY_DEFAULT_BYTES);
    if (markdown && matrix == null) {
      throw new WrongUsage("Markdown of what: --markdown; give --matrix too");
    }
    if (files != null && files.contains(STANDARD_INPUT)) {
      return answerLive(memory).code();
    }
    Sitting sitting = new Sitting(session, judges(memory), format);
    for (Path file : paths()) {
      if (sitting.isEnded()) {
        break;
      }
      Judged judged = sitting.judge(file);
      if (!json && matrix == null) {
        judged.details().forEach(session::say);
        session.say(judged.line());
      }
    }
    if (json) {
      session
          .out()
          .print(
              Json.text(
                  ConformDocument.of(
                      session.version(), sitting.results(), sitting.verdict(), sitting.exit())));
    } else if (matrix != null) {
      tellMatrix(sitting);
    } else if (sitting.results().size() != 1) {
      session.say(sitting.verdict());
    }
    return sitting.exit().code();
  }

  private List<FormatJudge> judges(long memory) {
    return List.of(
        new GoTraceJudge(session, memory),
        new EventLogFileJudge(session, memory),
        new StraceFileJudge(session, memory));
  }

  private ExitCode answerLive(long memory) {
    if (matrix != null || files == null || files.size() > 1) {
      throw new WrongUsage("'-' beside other input; give it alone");
    }
    if (!List.of(Sitting.AUTO, "events").contains(format)) {
      throw new WrongUsage(
          "'-' is a log of events: format=%s, choices=auto, events".formatted(format));
    }
    LiveJudge.OnRefusal then =
        switch (onRefusal) {
          case "stop" -> LiveJudge.OnRefusal.STOP;
          case "continue" -> LiveJudge.OnRefusal.CONTINUE;
          case String word ->
              throw new WrongUsage(
                  "unknown word: on-refusal=%s, choices=[stop, continue]".formatted(word));
        };
    LiveJudge.Form form = json ? LiveJudge.Form.JSON : LiveJudge.Form.TEXT;
    return new LiveJudge(session, form, then).judge(System.in, new MemoryAllowance(memory));
  }

  private void tellMatrix(Sitting sitting) {
    Matrix cells = new Matrix(sitting.results());
    if (markdown) {
      cells.markdown().forEach(session::say);
      return;
    }
    cells.lines().forEach(session::say);
    session.say("");
    sitting.results().stream()
        .filter(file -> !file.isExplained())
        .forEach(file -> session.say(file.line()));
    session.say(sitting.verdict());
  }

  private List<Path> paths() {
    List<String> given = files == null ? List.of() : files;
    if (matrix != null) {
      if (!given.isEmpty()) {
        throw new WrongUsage("files beside a folder: files=%s; give one of them".formatted(given));
      }
      return Sitting.recordings(path(matrix));
    }
    if (given.isEmpty()) {
      throw new WrongUsage("nothing to judge: files=0; give a file, or --matrix");
    }
    List<Path> paths = new ArrayList<>();
    given.forEach(file -> paths.add(path(file)));
    return paths;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongUsage("no path: file=" + e.getReason());
    }
  }
}
