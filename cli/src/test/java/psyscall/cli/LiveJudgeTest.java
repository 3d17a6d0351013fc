package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import psyscall.cli.eventlog.LiveJudge;
import psyscall.cli.eventlog.LiveJudge.Form;
import psyscall.cli.eventlog.LiveJudge.OnRefusal;
import psyscall.cli.session.ExitCode;
import psyscall.model.observe.MemoryAllowance;

class LiveJudgeTest {
  private static final String HEADER = "{\"psyscall\":\"events\",\"version\":1}\n";
  private static final String DECLARED =
      HEADER + "{\"event\":\"ProcStatus\",\"p\":0,\"status\":\"running\",\"m\":5}\n";
  private static final String CREATE = "{\"event\":\"GoCreate\",\"g\":1}\n";
  private static final String START = "{\"event\":\"GoStart\",\"g\":1,\"m\":5,\"p\":0}\n";

  private static InputStream stream(String... lines) {
    return new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Timeout(120)
  void answersBeforeTheNextEventIsWritten() throws Exception {
    try (PipedOutputStream log = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(log);
        PipedWriter out = new PipedWriter();
        BufferedReader answers = new BufferedReader(new PipedReader(out))) {
      LiveJudge judge =
          new LiveJudge(LiveRun.session(new PrintWriter(out)), Form.TEXT, OnRefusal.STOP);
      CompletableFuture<ExitCode> exit =
          CompletableFuture.supplyAsync(() -> judge.judge(in, new MemoryAllowance(1 << 20)));

      write(log, DECLARED + CREATE);
      assertThat(answers.readLine()).isEqualTo("3 explained GoCreate g=1");
      write(log, START);
      assertThat(answers.readLine()).isEqualTo("4 explained GoStart g=1 m=5 p=0");
      write(log, START);
      assertThat(answers.readLine())
          .startsWith("5 refused GoStart g=1 m=5 p=0; needs: the goroutine is runnable; is: ")
          .contains("allowed: ", "GoStop g=1 m=5");
      assertThat(exit.get(1, TimeUnit.MINUTES)).isEqualTo(ExitCode.NOT_CONFORMING);
    }
  }

  private static void write(PipedOutputStream log, String lines) throws IOException {
    log.write(lines.getBytes(StandardCharsets.UTF_8));
    log.flush();
  }

  @Test
  void refusedEventIsPassedOverIfToldSo() {
    LiveRun run = LiveRun.of(stream(DECLARED, START, CREATE, START), Form.TEXT, OnRefusal.CONTINUE);

    assertThat(run.lines())
        .hasSize(4)
        .last()
        .isEqualTo("not explained: 2 events explained, 1 refused");
    assertThat(run.exit()).isEqualTo(ExitCode.NOT_CONFORMING);
  }

  @Test
  void answersForProgramsKeepTheirSchema() throws IOException {
    LiveRun run = LiveRun.of(stream(DECLARED, START, CREATE), Form.JSON, OnRefusal.CONTINUE);
    JsonSchema schema = JsonSchema.published("event-answer.schema.json");

    assertThat(run.lines()).hasSize(3);
    for (String line : run.lines()) {
      assertThat(schema.faults(new ObjectMapper().readTree(line))).as(line).isEmpty();
    }
    assertThat(run.lines().getLast())
        .isEqualTo(
            "{\"verdict\":\"not explained\",\"explained\":1,\"refused\":1,"
                + "\"why\":\"\",\"exit\":15}");
  }

  @Test
  void logWithoutEventsChecksNothing() {
    LiveRun run = LiveRun.of(stream(DECLARED), Form.TEXT, OnRefusal.STOP);

    assertThat(run.exit()).isEqualTo(ExitCode.VACUOUS);
    assertThat(run.lines())
        .containsExactly("nothing checked: 0 events explained; the log has no event");
  }

  @Test
  void brokenLineIsCutOff() {
    LiveRun run =
        LiveRun.of(stream(DECLARED, CREATE, "{\"event\":\"Go"), Form.TEXT, OnRefusal.STOP);

    assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.lines())
        .last()
        .isEqualTo("cut off: 1 event explained; byte=115, the log ends inside of a line: line=4");
  }

  @Test
  void anotherTextIsNoLog() {
    LiveRun run = LiveRun.of(stream("go 1.19 trace\n"), Form.TEXT, OnRefusal.STOP);

    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.lines())
        .containsExactly(
            "not an event log: 0 events explained; byte=0, not a line of an event log: line=1,"
                + " column=1, wanted={");
  }
}
