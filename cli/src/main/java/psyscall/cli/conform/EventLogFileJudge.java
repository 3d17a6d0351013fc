package psyscall.cli.conform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.EventLogJudge;
import psyscall.checker.eventlog.PossibleEvent;
import psyscall.checker.oracle.Conformance;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Judges logs of events.
public final class EventLogFileJudge implements FormatJudge {
  private static final String HEADER = "\"psyscall\"";

  private final Session session;
  private final long memoryMaxBytes;

  /// Makes the judge.
  ///
  /// @param session who may end it
  /// @param memoryMaxBytes what reading and judging one file may take
  public EventLogFileJudge(Session session, long memoryMaxBytes) {
    this.session = session;
    this.memoryMaxBytes = memoryMaxBytes;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public boolean reads(byte[] beginning) {
    return new String(beginning, StandardCharsets.ISO_8859_1).contains(HEADER);
  }

  @Override
  public Judged judge(Path file, String name) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return LogAnswers.judged(name, name(), answer(in), List.of());
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the log: file=" + name + ", " + EnvironmentFailure.reason(e));
    }
  }

  private Conformance answer(InputStream in) throws IOException {
    MemoryAllowance memory = new MemoryAllowance(memoryMaxBytes);
    long explained = 0;
    try {
      EventLog log = EventLog.open(in, memory);
      EventLogJudge judge = new EventLogJudge(log.header().lifecycle(), memory);
      LoggedEvent line = new LoggedEvent();
      while (!session.interruption().isRequested() && log.next(line)) {
        if (judge.judge(line) instanceof Answer.Refused refused) {
          return refused(counts(explained), line, refused);
        }
        explained = judge.explained();
      }
    } catch (TraceFault fault) {
      return LogAnswers.of(fault, counts(explained));
    }
    return explained == 0
        ? new Conformance.NothingChecked(counts(0))
        : new Conformance.Explained(counts(explained), List.of());
  }

  private static Conformance.Counts counts(long explained) {
    return new Conformance.Counts(explained, explained);
  }

  private static Conformance refused(
      Conformance.Counts counts, LoggedEvent line, Answer.Refused refused) {
    List<String> words = new ArrayList<>(List.of(line.name()));
    for (IdField field : IdField.values()) {
      if (line.id(field) != LoggedEvent.NONE) {
        words.add(field.key() + "=" + line.id(field));
      }
    }
    return new Conformance.NotExplained(
        counts,
        new Conformance.Event(
            counts.events() + 1,
            line.position(),
            "line %d: %s".formatted(line.line(), String.join(" ", words))),
        new Conformance.Reason(refused.needs(), line.name(), 0),
        refused.standing(),
        refused.allowed().stream().map(PossibleEvent::text).toList(),
        List.of());
  }
}
