package psyscall.cli.eventlog;

import java.io.IOException;
import java.io.InputStream;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.EventLogJudge;
import psyscall.cli.output.Json;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// Judges a log while it is written: an answer for each event, as soon as its line has come.
///
/// @param session where it answers, and who may end it
/// @param form how it answers
/// @param onRefusal whether a refusal ends it
public record LiveJudge(Session session, Form form, OnRefusal onRefusal) {

  /// How an answer is written.
  public enum Form {
    /// A line for people.
    TEXT,
    /// A JSON object in a line.
    JSON
  }

  /// What a refusal does.
  public enum OnRefusal {
    /// It ends the run.
    STOP,
    /// The refused event is passed over as if it had not happened.
    CONTINUE
  }

  /// Answers until the log ends. The last line is the verdict.
  ///
  /// @param in the log
  /// @param memory what reading and judging may take
  /// @return how the command ends
  /// @throws UnreadableInput if the stream fails
  public ExitCode judge(InputStream in, MemoryAllowance memory) {
    long events = 0;
    long refused = 0;
    try {
      EventLog log = EventLog.open(in, memory);
      EventLogJudge judge = new EventLogJudge(log.header().lifecycle(), memory);
      LoggedEvent line = new LoggedEvent();
      while (!isEnded(refused) && log.next(line)) {
        Answer answer = judge.judge(line);
        tell(line, answer);
        events = judge.explained();
        refused = judge.refused();
      }
    } catch (TraceFault fault) {
      String why = "byte=%d, %s".formatted(fault.position(), Trouble.why(fault));
      return end(Trouble.verdict(fault), Trouble.exit(fault), events, refused, why);
    } catch (IOException e) {
      throw new UnreadableInput("cannot read the log: " + EnvironmentFailure.reason(e));
    }
    if (session.interruption().isRequested()) {
      return end("interrupted", ExitCode.INTERRUPTED, events, refused, "");
    }
    if (refused > 0) {
      return end("not explained", ExitCode.NOT_CONFORMING, events, refused, "");
    }
    return events == 0
        ? end("nothing checked", ExitCode.VACUOUS, 0, 0, "the log has no event")
        : end("explained", ExitCode.HOLDS, events, 0, "");
  }

  private boolean isEnded(long refused) {
    return session.interruption().isRequested() || (refused > 0 && onRefusal == OnRefusal.STOP);
  }

  private void tell(LoggedEvent line, Answer answer) {
    switch (form) {
      case TEXT -> LineText.answer(line, answer).forEach(session::say);
      case JSON -> LineText.document(line, answer).forEach(each -> session.say(each.toString()));
    }
    session.flush();
  }

  private ExitCode end(String verdict, ExitCode exit, long events, long refused, String why) {
    switch (form) {
      case TEXT ->
          session.say(
              "%s: %s%s%s%s"
                  .formatted(
                      verdict,
                      Words.count(events, "event"),
                      exit == ExitCode.HOLDS ? "" : " explained",
                      refused > 0 ? ", %s refused".formatted(Words.number(refused)) : "",
                      why.isEmpty() ? "" : "; " + why));
      case JSON ->
          session.say(
              Json.object()
                  .put("verdict", verdict)
                  .put("explained", events)
                  .put("refused", refused)
                  .put("why", why)
                  .put("exit", exit.code())
                  .toString());
    }
    return exit;
  }
}
