package psyscall.cli.eventlog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.checker.eventlog.Allowed;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.EventLogJudge;
import psyscall.checker.eventlog.PossibleEvent;
import psyscall.checker.eventlog.PossibleEvent.Individual;
import psyscall.checker.eventlog.Question;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.EventLogHeader;
import psyscall.model.eventlog.IdField;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// What the lifecycle allows after a log.
///
/// @param file the name of the log
/// @param header its header
/// @param judge the judge behind its last line, or at the line that it refuses
/// @param refusal the line that is refused, in words
/// @param allowed what is allowed next; empty if a line is refused
public record AllowedReport(
    String file,
    EventLogHeader header,
    EventLogJudge judge,
    Optional<String> refusal,
    List<Allowed> allowed) {
  /// Copies the list.
  public AllowedReport {
    allowed = List.copyOf(allowed);
  }

  /// Reads a log to its end, or to the first event that is refused.
  ///
  /// @param file the log
  /// @param memoryMaxBytes what reading and judging may take
  /// @param question how much is asked at the end
  /// @return what was found
  /// @throws UnreadableInput if the file cannot be read, or is no log
  public static AllowedReport of(Path file, long memoryMaxBytes, Question question) {
    String name = String.valueOf(file.getFileName());
    MemoryAllowance memory = new MemoryAllowance(memoryMaxBytes);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      EventLog log = EventLog.open(in, memory);
      EventLogJudge judge = new EventLogJudge(log.header().lifecycle(), memory);
      LoggedEvent line = new LoggedEvent();
      while (log.next(line)) {
        Answer answer = judge.judge(line);
        if (answer instanceof Answer.Refused) {
          String refusal = LineText.answer(line, answer).getFirst();
          return new AllowedReport(name, log.header(), judge, Optional.of(refusal), List.of());
        }
      }
      return new AllowedReport(
          name, log.header(), judge, Optional.empty(), judge.allowed(question));
    } catch (TraceFault fault) {
      throw new UnreadableInput(
          "cannot read the log: file=%s, byte=%d, %s"
              .formatted(name, fault.position(), Trouble.why(fault)));
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the log: file=" + name + ", " + EnvironmentFailure.reason(e));
    }
  }

  /// How the command ends.
  ///
  /// @return whether the log was explained
  public ExitCode exit() {
    return refusal.isPresent() ? ExitCode.NOT_CONFORMING : ExitCode.HOLDS;
  }

  /// The report for people.
  ///
  /// @return lines, the last one the verdict
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("log", file + ", in the lifecycle of Go " + header.release()));
    lines.addAll(
        Words.labelled(
            "explained",
            "%s of %s, %s, %s"
                .formatted(
                    Words.count(judge.explained(), "event"),
                    Words.count(judge.count(IdField.GOROUTINE), "goroutine"),
                    Words.count(judge.count(IdField.THREAD), "thread"),
                    Words.count(judge.count(IdField.PROCESSOR), "P"))));
    if (refusal.isPresent()) {
      lines.addAll(Words.labelled("line", refusal.get()));
      lines.add("");
      lines.add("not explained: the log is refused before its end");
      return lines;
    }
    lines.add("");
    Table table = new Table("event", "ways", "with");
    for (Allowed each : allowed) {
      table.row(each.event(), ways(each), with(each));
    }
    lines.addAll(table.lines());
    lines.add("");
    lines.add("allowed next: " + Words.count(allowed.size(), "event"));
    return lines;
  }

  private static String ways(Allowed each) {
    return each.isWhole() ? Words.number(each.count()) : "at least " + Words.number(each.count());
  }

  private static String with(Allowed each) {
    List<String> texts =
        new ArrayList<>(
            each.some().stream()
                .map(event -> event.text().substring(event.name().length()).strip())
                .toList());
    if (each.count() > texts.size()) {
      texts.add("...");
    }
    return String.join(", ", texts);
  }

  /// The report for programs; `docs/schema/allowed.schema.json` says what each field means.
  ///
  /// @param version the version of this build
  /// @return an object
  public ObjectNode document(String version) {
    ObjectNode document =
        Json.object()
            .put("version", version)
            .put("file", file)
            .put("release", header.release())
            .put("explained", judge.explained())
            .put("refused", refusal.orElse(null));
    ArrayNode events = Json.array();
    for (Allowed each : allowed) {
      ObjectNode event =
          Json.object()
              .put("event", each.event())
              .put("ways", each.count())
              .put("whole", each.isWhole());
      ArrayNode some = Json.array();
      each.some().forEach(instance -> some.add(document(instance)));
      event.set("some", some);
      events.add(event);
    }
    document.set("allowed", events);
    return document.put("exit", exit().code());
  }

  private static ObjectNode document(PossibleEvent event) {
    ObjectNode document = Json.object();
    for (PossibleEvent.Argument argument : event.arguments()) {
      String key = argument.field().key();
      switch (argument.id()) {
        case Individual.Known(long id) -> document.put(key, id);
        case Individual.Fresh() -> document.put(key, "new");
        case Individual.Nobody() -> document.putNull(key);
      }
    }
    return document;
  }
}
