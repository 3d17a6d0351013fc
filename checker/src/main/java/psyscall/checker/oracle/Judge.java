package psyscall.checker.oracle;

import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.state.GStatus;

/// Judges the events of one trace, one after the other. What the two formats have in common is
/// here: who an event is about, and how the lifecycle is told of it.
abstract sealed class Judge permits ThreadJudge, ProcessorJudge {
  final OpenLifecycle lifecycle;
  final Individuals individuals;
  final Cast cast = new Cast();
  final WorldStops stops;
  private final Performer performer;

  Judge(OpenLifecycle lifecycle, Translation translation, MemoryAllowance memory) {
    this.lifecycle = lifecycle;
    individuals = new Individuals(lifecycle, memory);
    performer = new Performer(lifecycle, translation);
    stops = new WorldStops(performer, individuals);
  }

  /// Goes on with the next event.
  ///
  /// @param event one that says something about goroutines, Ps or threads, see [#concerns]
  /// @throws Refused if it is not explained
  /// @throws TraceFault if there is no memory for who it names
  abstract void judge(TraceEvent event) throws Refused, TraceFault;

  /// Whether events of a kind say something about goroutines, Ps or threads.
  static boolean concerns(Kind kind) {
    return switch (kind) {
      case OTHER, GC_BEGIN, GC_END, GC_ACTIVE -> false;
      case PROCS_CHANGE,
          PROC_START,
          PROC_STOP,
          PROC_STEAL,
          PROC_STATUS,
          GO_CREATE,
          GO_CREATE_BLOCKED,
          GO_CREATE_SYSCALL,
          GO_DESTROY_SYSCALL,
          GO_START,
          GO_DESTROY,
          GO_STOP,
          GO_BLOCK,
          GO_UNBLOCK,
          GO_SWITCH,
          GO_SWITCH_DESTROY,
          GO_STATUS,
          GO_WAITING,
          GO_IN_SYSCALL,
          GO_SYSCALL_BEGIN,
          GO_SYSCALL_END,
          GO_SYSCALL_END_BLOCKED,
          GO_SYS_BLOCK,
          GO_SYS_EXIT,
          STW_BEGIN,
          STW_END ->
          true;
    };
  }

  /// The number of whom an event is about.
  final int subject(TraceEvent event) throws TraceFault {
    return event.kind().isAboutProcessor()
        ? individuals.processor(event.subject(), event.position())
        : individuals.goroutine(event.subject(), event.position());
  }

  final void tell(Kind kind) throws Refused, TraceFault {
    performer.perform(kind, Circumstance.ALWAYS, cast);
  }

  final void tell(Kind kind, Circumstance circumstance) throws Refused, TraceFault {
    performer.perform(kind, circumstance, cast);
  }

  /// An id of all ones is told like none.
  final void needsSubject() throws Refused {
    if (cast.subject() == Cast.NOBODY) {
      throw Refused.byOrder("it is told whom the event is about");
    }
  }

  /// A goroutine was created.
  final void create(TraceEvent event) throws Refused, TraceFault {
    tell(event.kind());
    individuals.mark(cast.subject(), Individuals.ANNOUNCED);
  }

  /// Takes notice of who is created, and of who is in a system call: for what is read after an
  /// event was refused.
  final void note(TraceEvent event) throws TraceFault {
    if (event.kind() == Kind.GO_CREATE || event.kind() == Kind.GO_IN_SYSCALL) {
      int g = individuals.goroutine(event.subject(), event.position());
      if (g == Cast.NOBODY) {
        return;
      }
      individuals.mark(g, Individuals.ANNOUNCED);
      if (event.kind() == Kind.GO_IN_SYSCALL) {
        lifecycle.assumeGoroutine(g, GStatus.Gsyscall, Individuals.unknownThread(g));
      }
    }
  }

  /// The running goroutine has ended, or gives its place to another.
  final void end(TraceEvent event) throws Refused, TraceFault {
    int ended = cast.goroutine();
    tell(event.kind());
    individuals.forget(ended);
  }

  /// Who is concerned.
  final Cast cast() {
    return cast;
  }

  /// An event that the other format has.
  static Refused foreign(TraceEvent event) {
    return Refused.byOrder("the format has such an event: kind=" + event.kind());
  }
}
