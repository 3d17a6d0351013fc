package psyscall.checker.strace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.checker.strace.FutexWaits.Kind;
import psyscall.checker.strace.FutexWaits.Outcome;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.strace.StraceLog;
import psyscall.model.strace.StraceRecord;

class StraceJudgeTest {
  private static final Path LOGS =
      Path.of("..", "executable-model", "src", "test", "resources", "strace");

  /// A log that was judged to its end, or to the first line that is refused.
  private record Judged(StraceJudge judge, Optional<StraceRefusal> refusal) {
    static Judged of(String text) throws IOException, TraceFault {
      MemoryAllowance memory = new MemoryAllowance(1 << 20);
      StraceLog log =
          new StraceLog(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), memory);
      StraceJudge judge = new StraceJudge(memory);
      Optional<StraceRecord> line = log.next();
      while (line.isPresent()) {
        Optional<StraceRefusal> refusal = judge.judge(line.get());
        if (refusal.isPresent()) {
          return new Judged(judge, refusal);
        }
        line = log.next();
      }
      return new Judged(judge, Optional.empty());
    }

    /// Lines of one thread, each a microsecond after the one before.
    static Judged ofLines(String... lines) throws IOException, TraceFault {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < lines.length; at++) {
        text.append("9 1.%06d %s%n".formatted(at, lines[at]));
      }
      return of(text.toString());
    }
  }

  private static String log(String name) throws IOException {
    return Files.readString(LOGS.resolve(name + ".strace"), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    // log, lines, threads, calls, restart codes, signals
    "go1.10.8-pipe-p2, 547, 6, 366, 0, 0",
    "go1.10.8-seed-p2, 369, 5, 310, 0, 0",
    "go1.14.15-seed-p2, 339, 5, 286, 3, 3",
    "go1.14.15-word-p4, 1453, 6, 858, 135, 135",
    "go1.26.8-pipe-p2, 627, 5, 432, 0, 1",
    "go1.26.8-seed-p2, 381, 5, 304, 3, 3",
    "go1.26.8-word-p4, 832, 6, 508, 50, 50",
  })
  void recordedLogIsExplained(
      String name, long lines, long threads, long calls, long restarts, long signals)
      throws IOException, TraceFault {
    Judged judged = Judged.of(log(name));

    assertThat(judged.refusal()).isEmpty();
    assertThat(judged.judge().counts())
        .isEqualTo(new StraceJudge.Counts(lines, threads, calls, restarts, signals, 0));
  }

  @ParameterizedTest
  @CsvSource({
    // Nothing interrupts a wait up to 1.13; a time-out is no match for SIGURG afterwards; without a
    // time-out the wait is made again, until it finds another value.
    "go1.10.8-seed-p2, true, TIMED_OUT",
    "go1.14.15-seed-p2, true, INTERRUPTED",
    "go1.26.8-seed-p2, true, INTERRUPTED",
    "go1.14.15-word-p4, false, CHANGED",
    "go1.26.8-word-p4, false, CHANGED",
  })
  void waitsOfTheExperimentEndAsTheyWereSeenTo(String name, boolean isTimed, Outcome outcome)
      throws IOException, TraceFault {
    Judged judged = Judged.of(log(name));

    assertThat(judged.judge().futexWaits().counts().entrySet())
        .filteredOn(entry -> entry.getKey().value() == 1)
        .singleElement()
        .matches(entry -> entry.getKey().equals(new Kind(1, isTimed, outcome)))
        .matches(entry -> entry.getValue() == 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // log | what is replaced, once | by what | what the changed line needs
        "go1.26.8-seed-p2 | rt_sigreturn resumed>) = -1 EINTR | rt_sigreturn resumed>) = 0xca"
            + " | behind the restart code ERESTART_RESTARTBLOCK and a handler the result is EINTR",
        "go1.26.8-word-p4 | rt_sigreturn resumed>) = 0xca | rt_sigreturn resumed>) = 0x1"
            + " | behind the restart code ERESTARTSYS and a handler the result is EINTR or the"
            + " number of futex, 202",
        "go1.26.8-seed-p2 | -1 ERESTART_RESTARTBLOCK | -1 EINTR"
            + " | a wait on a futex returns a restart code, and the kernel makes EINTR of it",
      })
  void seededFaultIsRefusedWhereItIs(String name, String from, String to, String needs)
      throws IOException, TraceFault {
    String faulty = log(name).replaceFirst(Pattern.quote(from), to);

    Judged judged = Judged.of(faulty);

    assertThat(judged.refusal()).isPresent();
    assertThat(judged.refusal().map(StraceRefusal::needs)).contains(needs);
    assertThat(judged.refusal().map(refusal -> refusal.at().line()))
        .contains(changedLine(faulty, name));
  }

  /// The first line that differs from the recorded one.
  private static long changedLine(String faulty, String name) throws IOException {
    List<String> before = log(name).lines().toList();
    List<String> after = faulty.lines().toList();
    int at = 0;
    while (before.get(at).equals(after.get(at))) {
      at++;
    }
    return at + 1L;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "read(0 <unfinished ...>; getpid() = 0x9; the thread's call before has ended: read",
        "read(0 <unfinished ...>; <... write resumed>) = 0; such a call of the thread has begun",
        "getpid() = 0x9; rt_sigreturn() = 0; a signal was delivered, whose handler returns",
        "exit(0) = ?; getpid() = 0x9; the thread's call before has a result",
        "getpid() = 0x9; exit_group(0) = 0; nobody comes back from such a call",
        "getpid() = 0x9; read(0) = 0xfffffffffffffffc; a number from -4095 to -1 is an error",
        "read(0) = ? ERESTARTSYS (To be restarted); read(0x1) = 0"
            + "; behind a restart code comes a signal, or the call goes on: read",
        "read(0 <unfinished ...>; --- SIGURG {si_signo=SIGURG} ---"
            + "; the thread's call before has ended: read",
        "+++ exited with 0 +++; getpid() = 0x9"
            + "; the thread has not ended, or its id was given to a new one",
      })
  void secondLineIsRefused(String first, String second, String needs)
      throws IOException, TraceFault {
    Judged judged = Judged.ofLines(first, second);

    assertThat(judged.refusal().map(StraceRefusal::needs)).contains(needs);
    assertThat(judged.refusal().map(refusal -> refusal.at().line())).contains(2L);
  }

  @Test
  void callGoesOnWithoutAHandler() throws IOException, TraceFault {
    assertThat(
            Judged.ofLines(
                    "read(0) = ? ERESTARTSYS (To be restarted)",
                    "--- SIGWINCH {si_signo=SIGWINCH} ---",
                    "read(0) = 0",
                    "nanosleep(0x1, 0) = ? ERESTART_RESTARTBLOCK (Interrupted by signal)",
                    "--- stopped by SIGSTOP ---",
                    "restart_syscall(0x1) = 0")
                .refusal())
        .isEmpty();
  }

  @Test
  void handlerMayCallAndBeInterrupted() throws IOException, TraceFault {
    assertThat(
            Judged.ofLines(
                    "read(0) = ? ERESTARTSYS (To be restarted)",
                    "--- SIGURG {si_signo=SIGURG} ---",
                    "getpid() = 0x9",
                    "write(0x1) = ? ERESTARTSYS (To be restarted)",
                    "--- SIGURG {si_signo=SIGURG} ---",
                    "rt_sigreturn() = 0x1",
                    "write(0x1) = 0x1",
                    "rt_sigreturn() = -1 EINTR (Interrupted system call)",
                    "getpid() = 0x9")
                .refusal())
        .isEmpty();
  }

  @Test
  void interruptedCallIsMadeAgainWithTheSameArguments() throws IOException, TraceFault {
    Judged judged =
        Judged.ofLines(
            "futex(0x10, 0, 0x1, 0, 0, 0) = ? ERESTARTSYS (To be restarted)",
            "--- SIGURG {si_signo=SIGURG} ---",
            "rt_sigreturn() = 0xca",
            "futex(0x20, 0, 0x1, 0, 0, 0) = 0");

    assertThat(judged.refusal().map(StraceRefusal::needs))
        .contains("the interrupted call is made again with the same arguments: futex");
    assertThat(judged.refusal().map(StraceRefusal::before)).contains("line 3: rt_sigreturn = 0xca");
  }

  @Test
  void idOfAThreadMayBeGivenAgain() throws IOException, TraceFault {
    assertThat(
            Judged.of(
                    """
                    7 1.000001 exit(0) = ?
                    7 1.000002 +++ exited with 0 +++
                    9 1.000003 clone(0) = 0x7
                    7 1.000004 getpid() = 0x7
                    """)
                .refusal())
        .isEmpty();
  }

  @Test
  void manyThreadsEndAtTheMemoryLimit() {
    StringBuilder text = new StringBuilder();
    for (int thread = 0; thread < 2_000; thread++) {
      text.append(thread).append(" 1.000000 getpid() = 0x9\n");
    }

    assertThat(catchThrowable(() -> Judged.of(text.toString())))
        .isInstanceOf(TraceFault.class)
        .hasMessageContaining("memory limit reached");
  }
}
