package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.engine.StepView;
import psyscall.model.kernel.KernelError;
import psyscall.model.run.CallOutcome;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.workload.Workload;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// What the programs show that use the operations of the runtime: what they print, in which order,
/// when they end, and which rules take a P from somebody who does not run.
class RuntimeProgramsTest {

  /// The collector takes the semaphore of the world again before the one who waits for it can.
  private static final String COLLECTION =
      "has stopped the world, has collected, has called raw, has called, has worked, has heard";

  /// Since 1.19 the one who waits is given it.
  private static final String HANDED_OVER =
      "has stopped the world, has called raw, has called, has collected, has worked, has heard";

  /// What is seen of a run.
  private record Seen(List<String> lines, SortedMap<String, Integer> steals)
      implements RunListener {
    @Override
    public void stepped(long nanos, StepView step) {
      for (int at = 0; at < step.events(); at++) {
        if (step.event(at).equals(Events.PROC_STEAL)) {
          steals.merge(step.rule().name(), 1, Integer::sum);
        }
      }
    }

    @Override
    public void printed(long nanos, long goroutine, CallOutcome outcome) {
      lines.add(outcome.result().error().map(KernelError::name).orElse("none"));
    }

    @Override
    public void said(long nanos, long goroutine, String text) {
      lines.add(text);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "starvation | 1.10.8 | the waiter waits, the worker runs, ETIMEDOUT | 300 | {}",
        "starvation | later | the waiter waits, the worker runs, EINTR | 14 | {}",
        "gosched | all | c1, a1, b1, c2, a2, b2, c3, a3, b3 | 0 | {}",
        "locked | all | free 1, locked 1, free 2, locked 2, free 3, locked 3 | 0 | {}",
        "stop-the-world | all | collects, has collected, has called | 2 | {StopTheWorld.scan=1}",
        "for-each-p | all | all Ps have run it, has worked, has called | 2 | {ForEachP.scan=1}",
        "handoff | all | worker 1, blocked, worker 2, called | 1 | {Retake.cas=1}",
        "netpoll | all | early, has worked, late | 40 | {}",
        "ping-pong | all | ping, pong, ping, pong, ping, pong | 0 | {}",
        "signals-blocked | 1.10.8 | ETIMEDOUT, ETIMEDOUT | 60 | {}",
        "signals-blocked | later | EINTR, ETIMEDOUT | 60 | {}",
        "template-thread | all | a worker, a worker, the locked one | 1 | {}",
        "collection | 1.10.8 | " + COLLECTION + " | 4 | {}",
        "collection | 1.14.15 | " + COLLECTION + " | 4 | {}",
        "collection | 1.19.13 | " + HANDED_OVER + " | 4 | {Retake.cas=1, StopTheWorld.scan=1}",
      })
  void showsWhatItSays(String name, String releases, String lines, long millis, String steals) {
    Workload shipped = ShippedPrograms.named(name).orElseThrow();
    for (Release release : named(releases)) {
      shows(
          shipped.on(release, shipped.processors(), shipped.preemption()),
          List.of(lines.split(", ")),
          millis,
          steals);
    }
  }

  private static List<Release> named(String releases) {
    return Release.all().stream()
        .filter(
            release ->
                switch (releases) {
                  case "all" -> true;
                  case "later" -> release.has(Change.ASYNC_PREEMPT);
                  case String _ -> release.name().equals(releases);
                })
        .toList();
  }

  private static void shows(Workload workload, List<String> lines, long millis, String steals) {
    Seen seen = new Seen(new ArrayList<>(), new TreeMap<>());

    RunEnd end = new VirtualRun(workload, new RoundRobin(), RunLimits.USUAL, List.of(seen)).run();

    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.Ended.class,
            ended -> assertThat(ended.ending().text()).isEqualTo("all goroutines have ended"));
    String release = workload.release().name();
    assertThat(seen.lines()).as(release).isEqualTo(lines);
    assertThat(end.nanos() / 1_000_000).as(release).isEqualTo(millis);
    assertThat(seen.steals()).as(release).hasToString(steals);
  }
}
