package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.engine.StepView;
import psyscall.model.run.CallOutcome;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.release.Release;

/// The shipped programs about calls: what they print, in which order, and how long they take.
class KernelProgramsTest {
  private static final long MILLI_NANOS = 1_000_000;

  /// What steps and lines cost beside the waits.
  private static final long SLACK_NANOS = 20_000;

  private static final String TIMED_OUT = "18446744073709551615 0 connection timed out";

  /// No event, and room for one: `epoll_wait` was given 1 for its third argument.
  private static final String NO_EVENT = "0 1 errno 0";

  /// What is seen of a run.
  private static final class Seen implements RunListener {
    private final List<String> lines = new ArrayList<>();
    private final List<Way> entries = new ArrayList<>();
    private int told;
    private RunEnd end = new RunEnd.AtRest(0, 0);

    @Override
    public void printed(long nanos, long goroutine, CallOutcome outcome) {
      lines.add(outcome.result().text());
    }

    @Override
    public void said(long nanos, long goroutine, String text) {
      lines.add(text);
    }

    @Override
    public void entered(long nanos, long goroutine, Way way) {
      entries.add(way);
    }

    @Override
    public void stepped(long nanos, StepView step) {
      for (int at = 0; at < step.events(); at++) {
        told += step.event(at).equals(Events.GO_SYSCALL_ENTER) ? 1 : 0;
      }
    }
  }

  private static Seen run(String program, String release, int processors) {
    Workload shipped = ShippedPrograms.named(program).orElseThrow();
    Workload workload =
        shipped.on(
            Release.named(release).orElseThrow(), processors, Workload.Preemption.ASYNCHRONOUS);
    Seen seen = new Seen();
    seen.end = new VirtualRun(workload, new RoundRobin(), RunLimits.USUAL, List.of(seen)).run();
    return seen;
  }

  private static void assertEnds(Seen seen, long leastNanos) {
    assertThat(seen.end).isInstanceOf(RunEnd.Ended.class);
    assertThat(seen.end.nanos()).isBetween(leastNanos, leastNanos + SLACK_NANOS);
  }

  private static Stream<Arguments> places() {
    return Release.all().stream()
        .flatMap(
            release ->
                IntStream.of(1, 2, 4)
                    .mapToObj(processors -> Arguments.of(release.name(), processors)));
  }

  /// The second result is the third argument, which the kernel leaves in RDX.
  @ParameterizedTest
  @MethodSource("places")
  void bytesGoThroughThePipe(String release, int processors) {
    Seen seen = run("write-read", release, processors);

    assertThat(seen.lines).containsExactly("5 5 errno 0", "5 16 errno 0");
    assertThat(seen.told).isEqualTo(4);
    assertEnds(seen, 0);
  }

  /// Of three times asked for, two enter the kernel, and of one alone the scheduler knows; each of
  /// the three lines is a write.
  @ParameterizedTest
  @MethodSource("places")
  void vdsoEntersNoKernel(String release, int processors) {
    Seen seen = run("gettimeofday", release, processors);

    assertThat(seen.lines).containsExactly("0 0 errno 0", "0 0 errno 0", "0 0 errno 0");
    assertThat(seen.entries)
        .containsExactly(
            Way.SYSCALL, Way.RAW_SYSCALL, Way.SYSCALL, Way.SYSCALL, Way.SYSCALL);
    assertThat(seen.told).isEqualTo(4);
    assertEnds(seen, 0);
  }

  @ParameterizedTest
  @MethodSource("places")
  void othersRunBesideSyscallAndNobodyBesideRawSyscallOnOneP(String release, int processors) {
    Seen seen = run("syscall-or-raw", release, processors);

    assertThat(seen.lines)
        .containsExactlyElementsOf(
            processors == 1
                ? List.of(TIMED_OUT, "the second other", "the first other", TIMED_OUT)
                : List.of("the first other", TIMED_OUT, "the second other", TIMED_OUT));
    assertEnds(seen, 56 * MILLI_NANOS);
  }

  @ParameterizedTest
  @MethodSource("places")
  void runtimesOwnPollKeepsNobodyWaiting(String release, int processors) {
    Seen seen = run("epoll", release, processors);

    String raw = "beside the raw wait, or behind it";
    String told = "beside the wait that the scheduler knows of";
    assertThat(seen.lines.subList(0, 3))
        .containsExactlyElementsOf(
            processors == 1 ? List.of(NO_EVENT, told, raw) : List.of(raw, NO_EVENT, told));
    assertThat(seen.lines.subList(3, 6))
        .containsExactly(NO_EVENT, "beside the runtime's own", "the network is ready");
    assertEnds(seen, 106 * MILLI_NANOS);
  }
}
