package psyscall.model.tracewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.engine.StepView;
import psyscall.model.engine.TakenStep;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.trace2.ThreadTrace;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;

/// A run of a program that makes calls, loses Ps and gets others, and traces of it. It is run once
/// and told to each recorder.
final class Written {
  private static final long SEED = 11;

  private final Workload workload;
  private final List<Consumed> told = new ArrayList<>();

  /// Something that a recorder is told.
  @FunctionalInterface
  private interface Consumed {
    void tell(RunListener listener);
  }

  private final Map<String, Integer> events = new TreeMap<>();

  /// Makes a run of a drawn program.
  Written() {
    this(RandomWorkload.of(SEED, Release.GO_1_19_13, 40));
  }

  /// Makes a run.
  Written(Workload workload) {
    this.workload = workload;
    RunListener all =
        new RunListener() {
          @Override
          public void began(State initial) {
            told.add(listener -> listener.began(initial));
          }

          @Override
          public void stepped(long nanos, StepView view) {
            Step step = view.step();
            StepView kept = new TakenStep(step, view.state());
            told.add(listener -> listener.stepped(nanos, kept));
            step.events().forEach(each -> events.merge(each.event().name(), 1, Integer::sum));
          }
        };
    new VirtualRun(workload, new SeededRandom(SEED), RunLimits.USUAL, List.of(all)).run();
  }

  Workload workload() {
    return workload;
  }

  /// How often each event of the lifecycle happens in it.
  Map<String, Integer> events() {
    return events;
  }

  /// Its trace.
  byte[] trace(GenerationLimits limits) {
    return trace(out -> new GoTraceRecorder(workload, limits, out));
  }

  /// The trace that a recorder writes of it.
  byte[] trace(Function<OutputStream, GoTraceRecorder> recording) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GoTraceRecorder recorder = recording.apply(out);
    told.forEach(each -> each.tell(recorder));
    try {
      recorder.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// How many events of each kind a trace has.
  static Map<Kind, Integer> counts(byte[] trace) throws TraceFault {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    kinds(trace).forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts;
  }

  /// The kinds of its events, in their order.
  static List<Kind> kinds(byte[] trace) throws TraceFault {
    EventSource source =
        ThreadTrace.open(MemorySegment.ofArray(trace), new MemoryAllowance(1 << 24));
    List<Kind> kinds = new ArrayList<>();
    TraceEvent event = new TraceEvent();
    while (source.next(event)) {
      kinds.add(event.kind());
    }
    return kinds;
  }
}
