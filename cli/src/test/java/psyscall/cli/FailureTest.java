package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.cli.mistake.Failures;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.reports.timeline.Look;

/// What is nobody's fault but ours or the system's.
class FailureTest {
  private final StringWriter err = new StringWriter();

  private Session session(PrintWriter out) {
    return new Session(
        "1.2.3",
        out,
        new PrintWriter(err),
        Session.Screen.FILE,
        Look.DEFAULT,
        () -> {
          throw new IllegalStateException("the clock stopped");
        },
        2,
        new Interruption());
  }

  @Test
  void mistakeOfOursHasAStackTraceAndAsksForAReport() {
    String[] args = {"check", "one-call"};

    int code = Main.run(args, session(new PrintWriter(new StringWriter())));

    assertThat(code).isEqualTo(255);
    assertThat(err.toString().lines())
        .startsWith(
            "psyscall: internal error, a mistake of psyscall: please report all of this:"
                + " version=1.2.3, arguments=[check, one-call]",
            "java.lang.IllegalStateException: the clock stopped")
        .anyMatch(line -> line.contains("at psyscall.cli"));
  }

  @Test
  void fullHeapIsTheSystemsFailure() {
    int code =
        Failures.report(
            new OutOfMemoryError("Java heap space"),
            List.of(),
            session(new PrintWriter(new StringWriter())));

    assertThat(code).isEqualTo(153);
    assertThat(err.toString())
        .isEqualTo(
            "psyscall: out of memory: Java heap space; set --max-memory, or"
                + " PSYSCALL_JAVA_OPTS=-Xmx8g\n");
  }

  @Test
  void outputThatCannotBeWrittenIsTheSystemsFailure() {
    for (String line : List.of("list scenarios", "check one-call")) {
      assertThat(codeOnAFullDisk(line.split(" "))).isEqualTo(153);
      assertThat(err.toString())
          .as(line)
          .isEqualTo("psyscall: cannot write the results: stream=stdout\n");
      err.getBuffer().setLength(0);
    }
  }

  private int codeOnAFullDisk(String... args) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    return Main.run(args, session(new PrintWriter(full, false, StandardCharsets.UTF_8)));
  }
}
