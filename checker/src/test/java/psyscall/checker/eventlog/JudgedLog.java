package psyscall.checker.eventlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;

/// A log that was judged to its end: what was refused is passed over.
///
/// @param judge the judge at the end
/// @param refused by line what was refused
/// @param events the names of the events that were explained
record JudgedLog(EventLogJudge judge, Map<Long, Answer.Refused> refused, Set<String> events) {

  /// The answer to a line that was refused.
  Answer.Refused refusal(long line) {
    return Optional.ofNullable(refused.get(line)).orElseThrow();
  }

  /// Judges a log.
  static JudgedLog of(String text) throws IOException, TraceFault {
    MemoryAllowance memory = new MemoryAllowance(64 << 20);
    EventLog log =
        EventLog.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), memory);
    EventLogJudge judge = new EventLogJudge(log.header().lifecycle(), memory);
    Map<Long, Answer.Refused> refused = new LinkedHashMap<>();
    Set<String> events = new TreeSet<>();
    LoggedEvent line = new LoggedEvent();
    while (log.next(line)) {
      switch (judge.judge(line)) {
        case Answer.Noted() -> {}
        case Answer.Explained() -> events.add(line.name());
        case Answer.Refused answer -> refused.put(line.line(), answer);
      }
    }
    return new JudgedLog(judge, refused, events);
  }

  /// Judges the lines of a log behind a header.
  static JudgedLog ofLines(String... lines) throws IOException, TraceFault {
    return of("{\"psyscall\":\"events\",\"version\":1}\n" + String.join("\n", lines) + "\n");
  }
}
