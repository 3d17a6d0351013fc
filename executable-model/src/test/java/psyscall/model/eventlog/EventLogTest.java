package psyscall.model.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

class EventLogTest {
  private static final String HEADER = "{\"psyscall\":\"events\",\"version\":1}\n";

  private static EventLog open(String text) throws IOException, TraceFault {
    return EventLog.open(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new MemoryAllowance(1 << 20));
  }

  private static LoggedEvent only(String line) throws IOException, TraceFault {
    LoggedEvent event = new LoggedEvent();
    assertThat(open(HEADER + line + "\n").next(event)).isTrue();
    return event;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException, TraceFault {
    StringBuilder text = new StringBuilder();
    EventLogWriter writer = new EventLogWriter(text);
    writer.header(new EventLogHeader(10));
    writer.processor(0, Holder.Running, Long.MAX_VALUE);
    writer.goroutine(7, GStatus.Gwaiting, LoggedEvent.NONE);
    writer.event(Events.GO_START, List.of(7L, Long.MAX_VALUE, 0L));
    writer.event(Events.PROC_TAKE, List.of(0L, LoggedEvent.NONE));

    EventLog log = open(text.toString());
    LoggedEvent event = new LoggedEvent();

    assertThat(log.header()).isEqualTo(new EventLogHeader(10));
    assertThat(log.next(event)).isTrue();
    assertThat(event.name()).isEqualTo(Vocabulary.PROC_STATUS);
    assertThat(event.status()).isEqualTo("running");
    assertThat(event.id(IdField.THREAD)).isEqualTo(Long.MAX_VALUE);
    assertThat(log.next(event)).isTrue();
    assertThat(event.name()).isEqualTo(Vocabulary.GO_STATUS);
    assertThat(event.id(IdField.THREAD)).isEqualTo(LoggedEvent.NONE);
    assertThat(log.next(event)).isTrue();
    assertThat(event.id(IdField.GOROUTINE)).isEqualTo(7);
    assertThat(event.line()).isEqualTo(4);
    assertThat(log.next(event)).isTrue();
    assertThat(event.id(IdField.BY)).isEqualTo(LoggedEvent.NONE);
    assertThat(log.next(event)).isFalse();
    assertThat(log.bytesDone()).isEqualTo(text.length());
  }

  @Test
  void commentsBlankLinesAndStrangeFieldsArePassedOver() throws IOException, TraceFault {
    LoggedEvent event =
        only(
            "# a comment\n\n  \r\n"
                + " { \"note\" : \"\\u00e9\u00e9\" , \"event\":\"GoCreate\",\"g\":1 }\r");

    assertThat(event.line()).isEqualTo(5);
    assertThat(event.name()).isEqualTo("GoCreate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'event':'GoCreate'} | missing field: line=2, event=GoCreate, field=g",
        "{'event':'Nothing','g':1} | unknown event: line=2, event=Nothing, choices=[ProcStatus,",
        "{'g':1} | no field 'event': line=2",
        "{'event':'GoStatus','g':1,'status':'x'} | unknown status: line=2, event=GoStatus,"
            + " status=x",
        "{'event':'GoStatus','g':1,'status':'syscall'}"
            + " | missing field: line=2, event=GoStatus, field=m",
        "{'event':'GoCreate','g':-1} | line=2, column=25, an id below 0",
        "{'event':'GoCreate','g':1.5} | line=2, column=25, not a whole",
        "{'event':'GoCreate','g':9223372036854775808} | line=2, column=25",
        "{'event':'GoCreate','g':1,'g':2} | line=2, column=31, a field twice",
        "{'event':'GoCreate','g':01} | line=2, column=27, a number that",
        "{'event':'GoCreate','g':1,'x':{}} | line=2, column=31, not a",
        "{'event':'GoCreate','g':1} 2 | line=2, column=28, more behind",
        "{'event':'GoCreate','g':1,} | line=2, column=27, wanted=",
        "{'event':1,'g':1} | line=2, column=10, not a text: field=event",
      })
  void wrongLineIsTold(String line, String message) {
    TraceFault fault = catchThrowableOfType(TraceFault.class, () -> only(line.replace('\'', '"')));

    assertThat(fault.trouble()).isEqualTo(TraceFault.Trouble.NOT_A_TRACE);
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.position()).isGreaterThanOrEqualTo(HEADER.length());
  }

  @Test
  void statusLinesComeFirst() throws IOException, TraceFault {
    EventLog log =
        open(
            HEADER
                + "{\"event\":\"GoCreate\",\"g\":1}\n"
                + "{\"event\":\"ProcStatus\",\"p\":1,\"status\":\"idle\"}\n");
    LoggedEvent event = new LoggedEvent();
    assertThat(log.next(event)).isTrue();

    assertThatThrownBy(() -> log.next(event))
        .hasMessage(
            "status behind the first event: line=3, event=ProcStatus; all status lines come first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'psyscall':'events'} | unknown version of an event log: line=1, version=0, known=1",
        "{'version':1} | not an event log: line=1",
        "{'psyscall':'events','version':1,'release':'1.4'}"
            + " | unknown release: line=1, release=1.4, choices=1.5 to 1.26",
      })
  void wrongHeaderIsTold(String line, String message) {
    assertThatThrownBy(() -> open(line.replace('\'', '"') + "\n"))
        .isInstanceOf(TraceFault.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void eventsAreThoseOfTheRelease() throws IOException, TraceFault {
    String line = "{\"event\":\"GoCreateBlocked\",\"g\":1}\n";

    assertThat(only(line).name()).isEqualTo("GoCreateBlocked");
    EventLog old = open(HEADER.replace("1}", "1,\"release\":\"1.10\"}") + line);
    assertThatThrownBy(() -> old.next(new LoggedEvent()))
        .hasMessageStartingWith("unknown event: line=2, event=GoCreateBlocked");
  }

  @Test
  void longLineIsRefusedBeforeItIsRead() {
    String line = "{\"note\":\"" + "x".repeat(70_000);

    assertThatThrownBy(() -> only(line))
        .isInstanceOf(TraceFault.class)
        .hasMessage("line too long: line=2, limit=65536 bytes");
  }

  @Test
  void lineMayBeAsLongAsTheLimit() throws IOException, TraceFault {
    String begin = "{\"event\":\"GoCreate\",\"g\":1,\"note\":\"";
    String line = begin + "x".repeat((1 << 16) - begin.length() - 2) + "\"}";

    assertThat(only(line).name()).isEqualTo("GoCreate");
  }

  @Test
  void lastLineNeedsNoEnd() throws IOException, TraceFault {
    EventLog log = open(HEADER + "{\"event\":\"GoCreate\",\"g\":1}");

    assertThat(log.next(new LoggedEvent())).isTrue();
    TraceFault cut =
        catchThrowableOfType(
            TraceFault.class,
            () -> open(HEADER + "{\"event\":\"GoCreate\",\"g\":").next(new LoggedEvent()));
    assertThat(cut.trouble()).isEqualTo(TraceFault.Trouble.CUT_OFF);
  }

  @Test
  void bufferIsPaidFor() {
    MemoryAllowance little = new MemoryAllowance(100);

    assertThatThrownBy(() -> EventLog.open(new ByteArrayInputStream(new byte[0]), little))
        .hasMessageStartingWith("memory limit reached: limit=100 bytes");
  }
}
