package psyscall.checker.oracle;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.EventLogJudge;
import psyscall.checker.oracle.Conformance.Explained;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.engine.TakenStep;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.listen.EventRecorder;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.tracewriter.GenerationLimits;
import psyscall.model.tracewriter.GoTraceRecorder;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;

/// Runs of the reference implementation, written as traces of Go: they are judged like their logs.
class WrittenTracesTest {
  private static final GenerationLimits EACH_EVENT = new GenerationLimits(1, 1);
  private static final long PLENTY = 64 << 20;

  private static final KeptRun RUN = new KeptRun(RandomWorkload.of(11, Release.GO_1_19_13, 40), 11);

  @ParameterizedTest
  @CsvSource({"1.10.8, 3", "1.14.15, 6", "1.19.13, 7"})
  void runIsExplainedAsALogAndAsATraceOfAnyLengthOfGenerations(String release, long seed)
      throws IOException, TraceFault {
    Workload workload = RandomWorkload.of(seed, Release.named(release).orElseThrow(), 40);

    Judged run = new Judged(new KeptRun(workload, seed), _ -> true);

    assertThat(run.refusedLines()).isZero();
    assertThat(run.whole()).isInstanceOf(Explained.class);
    assertThat(run.cut()).isInstanceOf(Explained.class);
    assertThat(run.whole().counts().judged()).isGreaterThan(60);
    assertThat(run.cut().counts().judged()).isGreaterThan(3 * run.whole().counts().judged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GoStart",
        "GoCreate",
        "GoStop",
        "GoDestroy",
        "GoSyscallEnter",
        "ProcStart",
        "ProcStop",
        "ProcSteal",
      })
  void runThatLeavesEventsOutIsExplainedNeitherAsALogNorAsATrace(String left)
      throws IOException, TraceFault {
    Judged run = new Judged(RUN, event -> !event.equals(left));

    assertThat(run.refusedLines()).isPositive();
    assertThat(run.whole()).isNotInstanceOf(Explained.class);
    assertThat(run.cut()).isNotInstanceOf(Explained.class);
  }

  /// What the judges say of a run.
  private static final class Judged {
    private final StringBuilder log = new StringBuilder();
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private final ByteArrayOutputStream cut = new ByteArrayOutputStream();

    Judged(KeptRun run, Predicate<String> isTold) throws IOException {
      GoTraceRecorder inOne = new GoTraceRecorder(run.workload, GenerationLimits.USUAL, whole);
      GoTraceRecorder inMany = new GoTraceRecorder(run.workload, EACH_EVENT, cut);
      run.tell(new EventRecorder(run.workload, log), isTold);
      run.tell(inOne, isTold);
      run.tell(inMany, isTold);
      inOne.finish();
      inMany.finish();
    }

    Conformance whole() {
      return judge(whole);
    }

    Conformance cut() {
      return judge(cut);
    }

    private static Conformance judge(ByteArrayOutputStream trace) {
      return Recordings.judge(Run.ofGo(MemorySegment.ofArray(trace.toByteArray())));
    }

    long refusedLines() throws IOException, TraceFault {
      MemoryAllowance memory = new MemoryAllowance(PLENTY);
      byte[] text = log.toString().getBytes(StandardCharsets.UTF_8);
      EventLog lines = EventLog.open(new ByteArrayInputStream(text), memory);
      EventLogJudge judge = new EventLogJudge(lines.header().lifecycle(), memory);
      LoggedEvent line = new LoggedEvent();
      while (lines.next(line)) {
        Answer _ = judge.judge(line);
      }
      return judge.refused();
    }
  }

  /// A run, kept to be told again, also without some of its events.
  private static final class KeptRun {
    private final Workload workload;
    private final List<Moment> moments = new ArrayList<>();

    private record Moment(Set<String> events, Consumer<RunListener> telling) {}

    KeptRun(Workload workload, long seed) {
      this.workload = workload;
      RunListener all =
          new RunListener() {
            @Override
            public void began(State initial) {
              moments.add(new Moment(Set.of(), listener -> listener.began(initial)));
            }

            @Override
            public void stepped(long nanos, StepView step) {
              StepView kept = new TakenStep(step.step(), step.state());
              Set<String> events =
                  step.step().events().stream().map(each -> each.event().name()).collect(toSet());
              moments.add(new Moment(events, listener -> listener.stepped(nanos, kept)));
            }
          };
      new VirtualRun(workload, new SeededRandom(seed), RunLimits.USUAL, List.of(all)).run();
    }

    /// Steps with an event that is not to be told are left out.
    void tell(RunListener listener, Predicate<String> isTold) {
      for (Moment moment : moments) {
        if (moment.events().stream().allMatch(isTold)) {
          moment.telling().accept(listener);
        }
      }
    }
  }
}
