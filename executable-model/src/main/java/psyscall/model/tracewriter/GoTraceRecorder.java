package psyscall.model.tracewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.run.RunListener;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Origin;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.Event;
import psyscall.spec.runtime.GoRuntime;

/// Writes a run as an execution trace that Go's own tools read.
///
/// Threads have their number in the run and one more, goroutines too; the last thread is sysmon, or
/// who else is none of the run's threads. No two events have the same time: one that would is later
/// by a nanosecond than the one before.
public final class GoTraceRecorder implements RunListener {
  /// What the format has no word for: how a P goes from hand to hand while it is idle there, that
  /// it can be taken out of a call, and what follows from a stop of the world.
  static final Set<Event> WITHOUT_WORD =
      Set.of(
          Events.PROC_PUBLISH,
          Events.PROC_GCSTOP,
          Events.PROC_IDLE,
          Events.PROC_TAKE,
          Events.PROC_LEAVE,
          Events.IDLE_GCSTOP,
          Events.WORLD_STOPPED,
          Events.PROCRESIZE,
          Events.SAFE_POINT_BEGIN,
          Events.SAFE_POINT,
          Events.SAFE_POINT_END);

  private static final int FIRST_THREAD = 1;

  private final Workload workload;
  private final GenerationLimits limits;
  private final int otherThread;
  private final Telling telling;
  private final Map<String, Row> rows;
  private long generationSince;

  /// What an event of the lifecycle is in the format.
  private interface Row {
    /// Writes it.
    ///
    /// @param thread who takes the step, as the trace calls it
    /// @param first the event's first argument
    /// @param second its second, if it has one
    void write(int thread, int first, int second) throws IOException;
  }

  /// A trace without events.
  ///
  /// @param workload what is run
  /// @param limits when another generation begins
  /// @param out where the trace goes, in pieces of some kilobytes; a failure of it ends the run
  ///   with an [UncheckedIOException]
  public GoTraceRecorder(Workload workload, GenerationLimits limits, OutputStream out) {
    this(
        workload,
        limits,
        standing(workload),
        new TraceFile(out, new Names(workload), lastThread(workload)));
  }

  /// A trace without events, written by parts that may do it wrong.
  GoTraceRecorder(Workload workload, GenerationLimits limits, Standing standing, TraceFile file) {
    this.workload = workload;
    this.limits = limits;
    otherThread = lastThread(workload);
    telling = new Telling(standing, new Names(workload), file);
    rows =
        Map.ofEntries(
            row(Events.GO_CREATE, (m, g, _) -> telling.creates(m, g)),
            row(Events.GO_START, (_, g, m) -> telling.starts(thread(m), g)),
            row(Events.GO_STOP, (_, g, m) -> telling.yields(thread(m), g)),
            row(Events.GO_BLOCK, (_, g, m) -> telling.parks(thread(m), g)),
            row(Events.GO_UNBLOCK, (m, g, _) -> telling.readies(m, g)),
            row(Events.GO_DESTROY, (_, g, m) -> telling.ends(thread(m), g)),
            row(Events.GO_SYSCALL_ENTER, (_, g, m) -> telling.enters(thread(m), g)),
            row(Events.GO_SYSCALL_BLOCK, (_, g, m) -> telling.enters(thread(m), g)),
            row(
                Events.GO_SYSCALL_EXIT_FAST,
                (_, g, m) -> telling.returnsWithProcessor(thread(m), g)),
            row(Events.GO_SYSCALL_EXIT_SLOW, (_, g, m) -> telling.returnsWithout(thread(m), g)),
            row(Events.PROC_START, (_, p, m) -> telling.startsProcessor(thread(m), p)),
            row(Events.PROC_STOP, (_, p, m) -> telling.stopsProcessor(thread(m), p)),
            row(Events.PROC_REACQUIRE, (_, p, m) -> telling.takesBack(thread(m), p)),
            row(Events.PROC_STEAL, (m, p, _) -> telling.steals(m, p)),
            row(Events.WORLD_STOPPING, (_, m, _) -> telling.stopsTheWorld(thread(m))),
            row(Events.WORLD_STARTED, (_, m, _) -> telling.startsTheWorld(thread(m))));
  }

  /// The thread of sysmon.
  static int lastThread(Workload workload) {
    return workload.threads() + FIRST_THREAD;
  }

  /// Where a run begins: nobody does anything yet.
  static Standing standing(Workload workload) {
    return new Standing(workload.processors(), workload.goroutines().size(), lastThread(workload));
  }

  /// Whether the format has a word for an event.
  boolean tells(Event event) {
    return rows.containsKey(event.name());
  }

  private static Map.Entry<String, Row> row(Event event, Row row) {
    return Map.entry(event.name(), row);
  }

  private static int thread(int m) {
    return m + FIRST_THREAD;
  }

  private int thread(Actor actor) {
    return actor.process().equals(GoRuntime.THREADS) ? thread((int) actor.self()) : otherThread;
  }

  @Override
  public void began(State initial) {
    try {
      List<Workload.GoroutineText> texts = workload.goroutines();
      telling.beginsWith(
          g -> texts.get(g).origin() == Origin.INITIAL, g -> texts.get(g).isSystem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stepped(long nanos, StepView step) {
    for (int event = 0; event < step.events(); event++) {
      int count = step.event(event).parameters().size();
      int first = (int) step.argument(event, 0);
      int second = count > 1 ? (int) step.argument(event, 1) : Standing.NONE;
      happened(nanos, step.actor(), step.event(event), first, second);
    }
  }

  private void happened(long nanos, Actor actor, Event event, int first, int second) {
    Row row = Optional.ofNullable(rows.get(event.name())).orElseGet(() -> wordless(event));
    try {
      if (nanos - generationSince >= limits.nanos() || telling.bytes() >= limits.bytes()) {
        telling.nextGeneration(nanos);
        generationSince = nanos;
      }
      telling.at(nanos);
      row.write(thread(actor), first, second);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row wordless(Event event) {
    if (!WITHOUT_WORD.contains(event)) {
      throw new IllegalArgumentException("no row for an event: event=" + event.name());
    }
    return (_, _, _) -> {};
  }

  /// Writes what is left. Nothing may happen afterwards.
  ///
  /// @throws IOException if the output fails
  public void finish() throws IOException {
    telling.end();
  }
}
