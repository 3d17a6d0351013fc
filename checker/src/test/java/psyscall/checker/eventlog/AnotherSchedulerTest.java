package psyscall.checker.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.checker.eventlog.SharingScheduler.Fault;
import psyscall.model.observe.TraceFault;

/// A scheduler of another design is judged by what it logs.
class AnotherSchedulerTest {
  private static final int EVENTS = 5_000;
  private static final int FAULT_AFTER = 2_000;

  @ParameterizedTest
  @CsvSource({"1, 4, 2", "2, 4, 2", "3, 8, 4", "4, 1, 1", "5, 3, 8"})
  void isExplainedOverThousandsOfEvents(long seed, int workers, int permits)
      throws IOException, TraceFault {
    SharingScheduler scheduler = new SharingScheduler(seed, Fault.NONE, 0);

    JudgedLog judged = JudgedLog.of(scheduler.run(workers, permits, EVENTS));

    assertThat(scheduler.wrongLine()).isEmpty();
    assertThat(judged.refused()).isEmpty();
    assertThat(judged.judge().explained()).isGreaterThanOrEqualTo(EVENTS);
    assertThat(judged.events())
        .containsExactly(
            "GoBlock",
            "GoCreate",
            "GoDestroy",
            "GoStart",
            "GoStop",
            "GoSyscallBlock",
            "GoSyscallExitSlow",
            "GoUnblock",
            "ProcIdle",
            "ProcStart",
            "ProcStop");
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUES_TWICE, 1, the goroutine is runnable",
    "QUEUES_TWICE, 2, the goroutine is runnable",
    "KEEPS_ITS_PERMIT, 1, the thread has no P",
    "KEEPS_ITS_PERMIT, 2, 'the P is idle, or in the thread''s hand, or left for it'",
    "WAKES_THE_AWAKE, 1, the goroutine waits",
    "WAKES_THE_AWAKE, 2, the goroutine waits",
  })
  void faultIsRefusedWhereItShows(Fault fault, long seed, String needs)
      throws IOException, TraceFault {
    SharingScheduler scheduler = new SharingScheduler(seed, fault, FAULT_AFTER);

    JudgedLog judged = JudgedLog.of(scheduler.run(4, 2, EVENTS));

    assertThat(scheduler.wrongLine()).isPresent();
    assertThat(judged.refused()).containsOnlyKeys(scheduler.wrongLine().getAsLong());
    Map.Entry<Long, Answer.Refused> refused = judged.refused().entrySet().iterator().next();
    assertThat(refused.getKey()).isGreaterThan(FAULT_AFTER);
    assertThat(refused.getValue().needs()).isEqualTo(needs);
    assertThat(refused.getValue().allowed()).isNotEmpty();
  }
}
