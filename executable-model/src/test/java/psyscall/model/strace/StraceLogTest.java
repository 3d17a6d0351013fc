package psyscall.model.strace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.strace.StraceRecord.Asked;
import psyscall.spec.kernel.Restart;

class StraceLogTest {
  private static final String HEAD = "15 1795515475.720607 ";

  private static StraceLog log(String text) throws TraceFault {
    return new StraceLog(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
        new MemoryAllowance(1 << 20));
  }

  private static StraceRecord line(String text) throws IOException, TraceFault {
    return log(HEAD + text + "\n").next().orElseThrow();
  }

  @Test
  void callHasNameArgumentsAndResult() throws IOException, TraceFault {
    StraceRecord.At at = new StraceRecord.At(1, 0, 15, 1_795_515_475_720_607L);

    assertThat(line("read(0x3, 0xc0, 0x14) = 0x8"))
        .isEqualTo(
            new StraceRecord.Whole(
                at, new Asked("read", "0x3, 0xc0, 0x14"), new CallResult.Value(8)));
    assertThat(line("gettid( <unfinished ...>"))
        .isEqualTo(new StraceRecord.Begun(at, new Asked("gettid", "")));
    assertThat(line("<... gettid resumed>) = 0x3d1a"))
        .isEqualTo(new StraceRecord.Resumed(at, "gettid", new CallResult.Value(0x3d1a)));
    assertThat(line("--- SIGURG {si_signo=SIGURG, si_code=SI_TKILL} ---"))
        .isEqualTo(new StraceRecord.Signalled(at, "SIGURG"));
    assertThat(line("--- stopped by SIGSTOP ---")).isEqualTo(new StraceRecord.Stopped(at));
    assertThat(line("+++ exited with 0 +++")).isEqualTo(new StraceRecord.Ended(at));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "close(0x3)      = 0; Value[bits=0]",
        "mmap(0) = 0xffffffffffffffff; Value[bits=-1]",
        "prctl(0) = -1 EINVAL (Invalid argument); Failed[name=EINVAL]",
        "exit_group(0) = ?; Never[]",
        "poll(0) = 0 (Timeout); Value[bits=0]",
        "read(0) = 0x5 <0.000021>; Value[bits=5]",
      })
  void resultIsTold(String text, String result) throws IOException, TraceFault {
    assertThat(line(text))
        .isInstanceOfSatisfying(
            StraceRecord.Whole.class, whole -> assertThat(whole.result()).hasToString(result));
  }

  @ParameterizedTest
  @CsvSource({"-1, SYS", "?, NO_HANDLER", "?, NO_INTERRUPT", "-1, RESTART_BLOCK"})
  void restartCodesHaveTheKernelsNames(String sign, Restart restart)
      throws IOException, TraceFault {
    assertThat(line("read(0) = %s %s (Unknown error)".formatted(sign, restart.kernelName())))
        .isInstanceOfSatisfying(
            StraceRecord.Whole.class,
            whole -> assertThat(whole.result()).isEqualTo(new CallResult.Restarting(restart)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "read(\"abc\", 3) = 3; an argument that is not a number",
        "read(0; not the result of a call",
        "read(0) = -1 ERESTARTLOT (what); unknown restart code",
        "read(0) = 0x11112222333344445; not a number of 64 bits: given=0x11112222333344445",
        "????; not a call, a signal or an end",
      })
  void otherLinesAreNotUnderstood(String text, String why) {
    TraceFault fault = catchThrowableOfType(TraceFault.class, () -> line(text));

    assertThat(fault.trouble()).isEqualTo(TraceFault.Trouble.NOT_A_TRACE);
    assertThat(fault).hasMessageStartingWith("not a line of strace: line=1, " + why);
  }

  @Test
  void lastLineMayBeCutOff() throws IOException, TraceFault {
    StraceLog log = log(HEAD + "getpid() = 0x9\n" + HEAD + "getp");
    assertThat(log.next()).isPresent();

    TraceFault fault = catchThrowableOfType(TraceFault.class, log::next);

    assertThat(fault.trouble()).isEqualTo(TraceFault.Trouble.CUT_OFF);
    assertThat(fault.position()).isEqualTo(36);
  }

  @Test
  void damagedLinesNeverEscapeAsSomethingElse() throws IOException {
    Random random = new Random(3);
    String pool = "()<>=.,? -+{}[]ex0123456789_ERESTARTpid\u00ff";
    int read = 0;
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text =
          new StringBuilder(HEAD + "<... futex resumed>) = -1 ERESTARTSYS (Unknown error 512)");
      for (int change = random.nextInt(4); change >= 0; change--) {
        text.setCharAt(random.nextInt(text.length()), pool.charAt(random.nextInt(pool.length())));
      }
      try {
        Optional<StraceRecord> line = log(text + "\n").next();
        read += line.isPresent() ? 1 : 0;
      } catch (TraceFault fault) {
        assertThat(fault.trouble()).isEqualTo(TraceFault.Trouble.NOT_A_TRACE);
      }
    }
    assertThat(read).isBetween(1_000, 19_000);
  }
}
