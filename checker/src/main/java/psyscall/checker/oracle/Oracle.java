package psyscall.checker.oracle;

import java.util.List;
import java.util.Optional;
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
import psyscall.spec.release.Change;

/// Says whether the lifecycle explains a recorded run.
public final class Oracle {
  /// How many events pass between two words about how far it is.
  private static final long PACE = 1 << 16;

  private final UnaryOperator<Protocol> change;

  /// Told how far it is.
  @FunctionalInterface
  public interface Listener {
    /// Some more events are explained.
    ///
    /// @param events how many until now
    /// @param bytesDone how much of the file that is
    void explained(long events, long bytesDone);
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
    Course course = new Course(run, listener);
    try {
      return course.follow(run.open(memory), memory);
    } catch (TraceFault fault) {
      return course.ended(fault);
    }
  }

  /// One run, while it is judged.
  private final class Course {
    private final Run run;
    private final Listener listener;
    private final TraceEvent event = new TraceEvent();
    private long explained;
    private long judged;
    private Format format = new Format(Format.Family.EVENT_LOG, 0);
    private Optional<Judge> judge = Optional.empty();

    Course(Run run, Listener listener) {
      this.run = run;
      this.listener = listener;
    }

    Conformance follow(EventSource source, MemoryAllowance memory) throws TraceFault {
      format = source.format();
      Lifecycle lifecycle = Lifecycle.ofTraces(format.minor());
      Judge by = judge(lifecycle, memory);
      judge = Optional.of(by);
      try {
        follow(source, by);
      } catch (Refused refused) {
        return refused(refused, lifecycle, by);
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
        if (explained % PACE == 0) {
          listener.explained(explained, source.bytesDone());
        }
      }
    }

    private Judge judge(Lifecycle lifecycle, MemoryAllowance memory) {
      OpenLifecycle open = OpenLifecycle.of(lifecycle, change.apply(lifecycle.refusing()), memory);
      boolean staysRunning = lifecycle.state().release.has(Change.P_STAYS_RUNNING);
      boolean coroutines = lifecycle.state().release.has(Change.COROUTINES);
      Translation translation = Translation.of(staysRunning, coroutines);
      return format.tellsThreads()
          ? new ThreadJudge(open, translation, staysRunning, memory)
          : new ProcessorJudge(open, translation, format.minor() <= 5, memory);
    }

    private Counts counts() {
      return new Counts(explained, judged);
    }

    private Conformance refused(Refused refused, Lifecycle lifecycle, Judge by)
        throws TraceFault {
      Kind kind = event.kind();
      boolean isAboutProcessor =
          kind == Kind.PROC_START
              || kind == Kind.PROC_STOP
              || kind == Kind.PROC_STEAL
              || kind == Kind.PROC_STATUS;
      Situation situation = new Situation(lifecycle, by, isAboutProcessor);
      NotExplained symptom =
          new NotExplained(
              counts(),
              new Conformance.Event(event.number(), event.position(), EventText.of(event)),
              new Reason(refused.claim(), refused.event(), refused.guard()),
              situation.states(),
              situation.allowed(),
              streams(event.number()));
      boolean isUnannounced =
          !format.tellsThreads()
              && format.minor() <= 19
              && kind == Kind.GO_START
              && !by.individuals.has(by.cast().subject(), Individuals.ANNOUNCED);
      return isUnannounced
          ? new Conformance.KnownTracerFault(TracerFault.C_THREADS_UNANNOUNCED, symptom)
          : symptom;
    }

    private List<Conformance.Stream> streams(long number) {
      return Streams.before(run, new MemoryAllowance(Long.MAX_VALUE), number);
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
      return symptom;
    }
  }
}
