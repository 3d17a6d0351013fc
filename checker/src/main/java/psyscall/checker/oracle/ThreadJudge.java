package psyscall.checker.oracle;

import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.release.Release;
import psyscall.spec.state.Holder;

/// Judges traces of the second format, which tell threads, the ends of all system calls, and who
/// took a P.
final class ThreadJudge extends Judge {
  private final ThreadGrammar grammar;
  private final Statuses statuses;

  ThreadJudge(
      OpenLifecycle lifecycle, Translation translation, Release release, MemoryAllowance memory) {
    super(lifecycle, translation, memory);
    grammar = new ThreadGrammar(memory);
    statuses = new Statuses(this, grammar, release);
  }

  @Override
  void judge(TraceEvent event) throws Refused, TraceFault {
    long position = event.position();
    int thread = individuals.thread(event.thread(), position);
    int processor = individuals.processor(event.processor(), position);
    int goroutine = individuals.goroutine(event.goroutine(), position);
    cast.set(goroutine, thread, processor, subject(event));
    switch (event.kind()) {
      case PROC_STATUS -> {
        grammar.admit(thread, position);
        statuses.processor(event);
      }
      case GO_STATUS -> {
        int caller = individuals.thread(event.other(), position);
        grammar.admit(Math.max(thread, caller), position);
        statuses.goroutine(event, caller);
      }
      case PROCS_CHANGE,
          PROC_START,
          PROC_STOP,
          PROC_STEAL,
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
          GO_WAITING,
          GO_IN_SYSCALL,
          GO_SYSCALL_BEGIN,
          GO_SYSCALL_END,
          GO_SYSCALL_END_BLOCKED,
          GO_SYS_BLOCK,
          GO_SYS_EXIT,
          STW_BEGIN,
          STW_END,
          OTHER,
          GC_BEGIN,
          GC_END,
          GC_ACTIVE -> {
        if (thread != Cast.NOBODY) {
          grammar.admit(thread, position);
          grammar.step(thread, event, cast);
        }
        act(event);
      }
    }
  }

  private void act(TraceEvent event) throws Refused, TraceFault {
    switch (event.kind()) {
      case PROC_START -> start(event);
      case PROC_STOP -> stop(event);
      case PROC_STEAL -> steal(event);
      case GO_CREATE, GO_CREATE_BLOCKED -> {
        needsProcessor();
        create(event);
      }
      case GO_CREATE_SYSCALL -> create(event);
      case GO_START -> {
        if (!isStartedAlready()) {
          tell(event.kind());
        }
      }
      case GO_DESTROY, GO_SWITCH_DESTROY, GO_DESTROY_SYSCALL -> end(event);
      case GO_SYSCALL_BEGIN -> {
        if (event.value() != event.other()) {
          throw Refused.byOrder("its number is the next of its P: number=" + event.other());
        }
        tell(event.kind());
      }
      case GO_STOP, GO_BLOCK, GO_UNBLOCK, GO_SWITCH, GO_SYSCALL_END -> tell(event.kind());
      case GO_SYSCALL_END_BLOCKED -> endBlocked(event);
      case PROCS_CHANGE -> stops.resize(event.value());
      case STW_BEGIN -> stops.begin(cast);
      case STW_END -> stops.end(cast);
      case GO_WAITING, GO_IN_SYSCALL, GO_SYS_BLOCK, GO_SYS_EXIT -> throw foreign(event);
      case PROC_STATUS, GO_STATUS, OTHER, GC_BEGIN, GC_END, GC_ACTIVE -> {}
    }
  }

  private void needsProcessor() throws Refused, TraceFault {
    if (cast.processor() == Cast.NOBODY) {
      throw Refused.byOrder("the thread has a P");
    }
  }

  private void start(TraceEvent event) throws Refused, TraceFault {
    needsSubject();
    stops.starts(event.subject());
    if (!individuals.isKnown(cast.subject())) {
      throw Refused.byOrder("what the P does was told before it starts");
    }
    tell(event.kind());
    stops.busier();
  }

  private void stop(TraceEvent event) throws Refused, TraceFault {
    int p = cast.processor();
    needsProcessor();
    if (lifecycle.holder(p) == Holder.Syscall && lifecycle.holderThread(p) != cast.thread()) {
      throw Refused.byOrder("the P is that of the thread's own system call");
    }
    tell(event.kind());
    stops.quieter(cast);
  }

  private void steal(TraceEvent event) throws Refused, TraceFault {
    int from = lifecycle.holderThread(cast.subject());
    // A P that its thread has left behind names a thread that may be wrong.
    if (from != Cast.NOBODY && from != individuals.thread(event.value(), event.position())) {
      throw Refused.byOrder("the P is in the system call of the thread that it is taken from");
    }
    tell(event.kind());
    stops.quieter(cast);
  }

  /// Whether the goroutine runs since the end of its system call.
  private boolean isStartedAlready() {
    int g = cast.subject();
    if (!individuals.has(g, Individuals.AWAITS_START) || lifecycle.thread(g) != cast.thread()) {
      return false;
    }
    individuals.unmark(g, Individuals.AWAITS_START);
    return true;
  }

  private void endBlocked(TraceEvent event) throws Refused, TraceFault {
    if (cast.processor() == Cast.NOBODY) {
      tell(event.kind(), Circumstance.WITHOUT_PROCESSOR);
      return;
    }
    tell(event.kind(), Circumstance.WITH_PROCESSOR);
    individuals.mark(cast.goroutine(), Individuals.AWAITS_START);
  }
}
