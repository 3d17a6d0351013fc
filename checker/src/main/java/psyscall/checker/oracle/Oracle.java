package psyscall.checker.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.Conformance.Counts;
import psyscall.checker.oracle.Conformance.NotExplained;
import psyscall.checker.oracle.Conformance.Reason;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Format;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Release;

/// Says whether the lifecycle explains a recorded run.
public final class Oracle {
  /// How many events pass between two words about how far it is.
  private static final long PACE = 1 << 16;

  /// What an automaton takes that nothing is told.
  private static final long PATTERN = 1 << 16;

  private final UnaryOperator<Protocol> change;
  private final Map<Integer, Rules> known = new ConcurrentHashMap<>();

  /// The rules of a release.
  ///
  /// @param lifecycle that of traces
  /// @param pattern the automaton made of it, which is told nothing
  private record Rules(Lifecycle lifecycle, OpenLifecycle pattern) {}

  /// Told how far it is.
  @FunctionalInterface
  public interface Listener {
    /// Some more events are explained.
    ///
    /// @param events how many until now
    /// @param bytesDone how much of the file that is
    /// @return whether to go on
    boolean explained(long events, long bytesDone);
  }

  /// An oracle over changed rules.
  ///
  /// @param change what is done to the rules of a release before they are used
  public Oracle(UnaryOperator<Protocol> change) {
    this.change = change;
  }

  /// The oracle over the rules of each release.
  ///
  /// @return an oracle
  public static Oracle ofGo() {
    return new Oracle(UnaryOperator.identity());
  }

  /// Judges a run.
  ///
  /// @param run the run
  /// @param memoryMax how many bytes readers and automaton may take, 1 or more
  /// @param listener told how far it is
  /// @return the answer
  public Conformance judge(Run run, long memoryMax, Listener listener) {
    MemoryAllowance memory = new MemoryAllowance(memoryMax);
    Course course = new Course(run, memory, memoryMax, listener);
    try {
      return course.follow(run.open(memory));
    } catch (TraceFault fault) {
      return course.ended(fault);
    }
  }

  private Rules rules(int minor) {
    Lifecycle lifecycle = Lifecycle.ofTraces(minor);
    Protocol changed = change.apply(lifecycle.refusing());
    return new Rules(lifecycle, OpenLifecycle.of(lifecycle, changed, new MemoryAllowance(PATTERN)));
  }

  /// One run, while it is judged.
  private final class Course {
    private final Run run;
    private final MemoryAllowance memory;
    private final long memoryMax;
    private final Listener listener;
    private final TraceEvent event = new TraceEvent();
    private long explained;
    private long judged;
    private boolean isStopped;
    private Format format = new Format(Format.Family.EVENT_LOG, 0);
    private Optional<Judge> judge = Optional.empty();

    Course(Run run, MemoryAllowance memory, long memoryMax, Listener listener) {
      this.run = run;
      this.memory = memory;
      this.memoryMax = memoryMax;
      this.listener = listener;
    }

    Conformance follow(EventSource source) throws TraceFault {
      format = source.format();
      Rules rules = known.computeIfAbsent(format.minor(), Oracle.this::rules);
      Lifecycle lifecycle = rules.lifecycle();
      Judge by = judge(lifecycle, rules.pattern().fresh(memory));
      judge = Optional.of(by);
      try {
        follow(source, by);
      } catch (Refused refused) {
        return refused(refused, lifecycle, by);
      }
      if (isStopped) {
        return new Conformance.Limit(counts(), "stopped by the user");
      }
      return judged == 0
          ? new Conformance.NothingChecked(counts())
          : new Conformance.Explained(counts(), source.warnings());
    }

    private void follow(EventSource source, Judge by) throws TraceFault, Refused {
      while (source.next(event)) {
        if (Judge.concerns(event.kind())) {
          by.judge(event);
          judged++;
        }
        explained++;
        if (explained % PACE == 0 && !listener.explained(explained, source.bytesDone())) {
          isStopped = true;
          return;
        }
      }
    }

    private Judge judge(Lifecycle lifecycle, OpenLifecycle open) {
      Release release = lifecycle.state().release;
      Translation translation = Translation.of(release);
      return format.tellsThreads()
          ? new ThreadJudge(open, translation, release, memory)
          : new ProcessorJudge(open, translation, format, memory);
    }

    private Counts counts() {
      return new Counts(explained, judged);
    }

    private Conformance refused(Refused refused, Lifecycle lifecycle, Judge by) throws TraceFault {
      Situation situation = new Situation(lifecycle, by, event.kind().isAboutProcessor());
      NotExplained symptom =
          new NotExplained(
              counts(),
              new Conformance.Event(event.number(), event.position(), EventText.of(event)),
              new Reason(refused.claim(), refused.event(), refused.guard()),
              situation.states(),
              situation.allowed(),
              streams(event.number()));
      return TracerFault.behind(format, by, event)
          .or(() -> behindTheRest(by))
          .<Conformance>map(fault -> new Conformance.KnownTracerFault(fault, symptom))
          .orElse(symptom);
    }

    /// A stream that waits for ever keeps what comes after it from others: so an event can be
    /// refused before it is found out that there is no order.
    private Optional<TracerFault> behindTheRest(Judge by) {
      if (format.tellsThreads()) {
        return Optional.empty();
      }
      try {
        EventSource source = run.open(rest());
        while (source.next(event)) {
          by.note(event);
        }
        return Optional.empty();
      } catch (TraceFault fault) {
        return fault.trouble() == TraceFault.Trouble.NO_ORDER
            ? TracerFault.behind(format, by, String.valueOf(fault.getMessage()))
            : Optional.empty();
      }
    }

    private List<Conformance.Stream> streams(long number) {
      return Streams.before(run, rest(), number);
    }

    /// What may still be taken while the first reader holds what it has.
    private MemoryAllowance rest() {
      return new MemoryAllowance(Math.max(1, memoryMax - memory.used()));
    }

    Conformance ended(TraceFault fault) {
      String why = String.valueOf(fault.getMessage());
      return switch (fault.trouble()) {
        case NOT_A_TRACE -> new Conformance.NotATrace(counts(), fault.position(), why);
        case CUT_OFF -> new Conformance.CutOff(counts(), fault.position(), why);
        case MEMORY -> new Conformance.Limit(counts(), why);
        case NO_ORDER -> noOrder(fault.position(), why);
      };
    }

    private Conformance noOrder(long position, String why) {
      NotExplained symptom =
          new NotExplained(
              counts(),
              new Conformance.Event(explained + 1, position, "none can be next"),
              new Reason(why, "", 0),
              List.of(),
              List.of(),
              streams(explained + 1));
      return judge
          .flatMap(by -> TracerFault.behind(format, by, why))
          .<Conformance>map(fault -> new Conformance.KnownTracerFault(fault, symptom))
          .orElse(symptom);
    }
  }
}
