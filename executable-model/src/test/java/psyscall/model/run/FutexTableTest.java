package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload.Preemption;

/// The experiment on a futex, computed, beside what real releases of Go did on Linux 6.18 with two
/// cores: the calls' milliseconds and those of the whole.
class FutexTableTest {
  /// What a real machine takes for this and that, and sysmon's sleep at its longest.
  private static final long SLACK_MILLIS = 4;

  private static final long TICK_MILLIS = 10;

  @ParameterizedTest
  @CsvSource({
    "1.10.8,  RAW_SYSCALL, 2, ASYNCHRONOUS, 300 300 300, 600",
    "1.10.8,  RAW_SYSCALL, 4, ASYNCHRONOUS, 300 300 300, 301",
    "1.10.8,  RAW_SYSCALL, 1, ASYNCHRONOUS, 300 600 900, 900",
    "1.10.8,  RAW_SYSCALL, 2, COOPERATIVE,  300 300 300, 600",
    "1.14.15, RAW_SYSCALL, 2, COOPERATIVE,  300 300 300, 600",
    "1.19.13, RAW_SYSCALL, 2, COOPERATIVE,  300 300 300, 600",
    "1.10.8,  RAW_SYSCALL, 1, COOPERATIVE,  300 600 900, 900",
    "1.14.15, RAW_SYSCALL, 1, COOPERATIVE,  300 600 900, 900",
    "1.19.13, RAW_SYSCALL, 1, COOPERATIVE,  300 600 900, 900",
    "1.10.8,  SYSCALL,     2, ASYNCHRONOUS, 300 300 300, 302",
    "1.14.15, SYSCALL,     2, ASYNCHRONOUS, 303 304 304, 304",
    "1.19.13, SYSCALL,     2, ASYNCHRONOUS, 300 300 300, 300",
    "1.10.8,  SYSCALL,     1, ASYNCHRONOUS, 300 300 300, 300",
    "1.14.15, SYSCALL,     1, ASYNCHRONOUS, 300 300 300, 300",
    "1.19.13, SYSCALL,     1, ASYNCHRONOUS, 300 300 300, 300",
  })
  void waitsThatNothingInterruptsEndAsMeasured(
      String release, Way way, int processors, Preemption preemption, String calls, long total) {
    Waits.Observed run = Waits.run(Waits.withTimeout(release, way, processors, preemption));

    assertThat(run.errors()).containsExactly("ETIMEDOUT", "ETIMEDOUT", "ETIMEDOUT");
    assertNear(run.millis(), calls, SLACK_MILLIS);
    assertThat(run.endMillis()).isCloseTo(total, within(SLACK_MILLIS));
  }

  @ParameterizedTest
  @CsvSource({
    "1.14.15, 2, 10 15 15, 25",
    "1.19.13, 2, 10 17 17, 28",
    "1.14.15, 4, 10 15 15, 15",
    "1.19.13, 4, 10 15 15, 15",
    "1.14.15, 1, 20 36 45, 46",
    "1.19.13, 1, 20 40 55, 56",
  })
  void rawWaitsThatSigurgInterruptsEndWithinATickOfWhatWasMeasured(
      String release, int processors, String calls, long total) {
    Waits.Observed run =
        Waits.run(Waits.withTimeout(release, Way.RAW_SYSCALL, processors, Preemption.ASYNCHRONOUS));

    assertThat(run.errors()).containsExactly("EINTR", "EINTR", "EINTR");
    assertNear(run.millis(), calls, TICK_MILLIS);
    assertThat(run.endMillis()).isCloseTo(total, within(TICK_MILLIS));
  }

  @ParameterizedTest
  @CsvSource({"1.14.15", "1.19.13"})
  void wordThatChangesIsSeenByTheNextSignal(String release) {
    Waits.Observed run =
        Waits.run(Waits.withChange(release, Way.RAW_SYSCALL, 4, Preemption.ASYNCHRONOUS));

    assertThat(run.errors()).containsExactly("EAGAIN", "EAGAIN", "EAGAIN");
    assertNear(run.millis(), "308 308 308", TICK_MILLIS);
  }

  @ParameterizedTest
  @CsvSource({
    "1.10.8,  RAW_SYSCALL, 4, ASYNCHRONOUS",
    "1.10.8,  RAW_SYSCALL, 2, ASYNCHRONOUS",
    "1.14.15, RAW_SYSCALL, 2, ASYNCHRONOUS",
    "1.19.13, RAW_SYSCALL, 2, ASYNCHRONOUS",
    "1.14.15, RAW_SYSCALL, 4, COOPERATIVE",
    "1.19.13, RAW_SYSCALL, 4, COOPERATIVE",
    "1.10.8,  SYSCALL,     4, ASYNCHRONOUS",
    "1.14.15, SYSCALL,     4, ASYNCHRONOUS",
    "1.19.13, SYSCALL,     4, ASYNCHRONOUS",
  })
  void endlessWaitsHangWhereGoDoes(String release, Way way, int processors, Preemption preemption) {
    Waits.Observed run = Waits.run(Waits.withChange(release, way, processors, preemption));

    assertThat(run.end()).isInstanceOf(RunEnd.TimeOver.class);
    assertThat(run.outcomes()).isEmpty();
  }

  private static void assertNear(List<Long> millis, String wanted, long slack) {
    List<Long> expected = Stream.of(wanted.split(" ")).map(Long::valueOf).toList();
    assertThat(millis).hasSameSizeAs(expected);
    for (int at = 0; at < expected.size(); at++) {
      assertThat(millis.get(at)).isCloseTo(expected.get(at), within(slack));
    }
  }
}
