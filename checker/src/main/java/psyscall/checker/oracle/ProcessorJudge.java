package psyscall.checker.oracle;

import java.util.Arrays;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.checker.oracle.ProcessorGrammar.Place;
import psyscall.checker.oracle.Translation.Circumstance;
import psyscall.model.observe.Format;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// Judges traces of the first format. It tells no threads but where a P starts, and of the ends of
/// system calls only those that had lost their P; so three things are inferred, each from what can
/// only come after it.
///
/// A call that kept its P has ended when its goroutine does anything else on that P. A P that was
/// taken and is not stopped was taken by the thread of the goroutine whose call ends next on it. A
/// goroutine in a call whose thread runs another one has left the call without a P; its end is told
/// later, when it runs again.
final class ProcessorJudge extends Judge {
  private static final int UNTOLD = Cast.NOBODY;

  /// Up to this format the end of a call is moved to when it happened.
  private static final int LAST_THAT_MOVES = 5;

  private final ProcessorGrammar grammar;
  private final boolean movesExits;
  private final MemoryAllowance memory;

  /// Of each P, the thread that started it last.
  private int[] threads = new int[16];

  /// Of each thread, the P that it started last.
  private int[] processors = new int[64];

  /// Of each goroutine, the thread on which its last call ended.
  private int[] returned = new int[64];

  private boolean hasIgnoredStop;

  ProcessorJudge(
      OpenLifecycle lifecycle, Translation translation, Format format, MemoryAllowance memory) {
    super(lifecycle, translation, memory);
    movesExits = format.minor() <= LAST_THAT_MOVES;
    this.memory = memory;
    grammar = new ProcessorGrammar(movesExits);
    Arrays.fill(threads, UNTOLD);
    Arrays.fill(processors, UNTOLD);
    Arrays.fill(returned, UNTOLD);
  }

  @Override
  void judge(TraceEvent event) throws Refused, TraceFault {
    long position = event.position();
    int p = individuals.processor(event.processor(), position);
    int g = individuals.goroutine(event.goroutine(), position);
    int subject = subject(event);
    threads = roomFor(threads, p, position);
    returned = roomFor(returned, Math.max(g, subject), position);
    int thread = p == Cast.NOBODY ? UNTOLD : threads[p];
    cast.set(g, thread, p, subject);
    Place before = Place.OPEN;
    if (p != Cast.NOBODY) {
      before = grammar.place(p);
      grammar.step(p, event.kind(), subject);
    }
    if (event.kind() != Kind.GO_SYS_BLOCK
        && g != Cast.NOBODY
        && lifecycle.status(g) == GStatus.Gsyscall) {
      tell(Kind.GO_SYSCALL_END);
    }
    act(event, before);
  }

  private int[] roomFor(int[] array, int number, long position) throws TraceFault {
    if (number < array.length) {
      return array;
    }
    int longer = Math.max(array.length * 2, number + 1);
    memory.take(4L * (longer - array.length), position);
    int[] copy = Arrays.copyOf(array, longer);
    Arrays.fill(copy, array.length, longer, UNTOLD);
    return copy;
  }

  private void act(TraceEvent event, Place before) throws Refused, TraceFault {
    switch (event.kind()) {
      case PROC_START -> start(event);
      case PROC_STOP -> {
        if (before != Place.ROBBED) {
          stop(event);
        }
      }
      case GO_SYS_BLOCK -> {
        if (before != Place.TO_BE_ROBBED) {
          tell(event.kind());
          stops.quieter(cast);
        }
      }
      case GO_SYS_EXIT -> exit(event, before);
      case GO_START -> run(event, before);
      case GO_CREATE -> create(event);
      case GO_WAITING -> believe(GStatus.Gwaiting, Cast.NOBODY);
      case GO_IN_SYSCALL -> believe(GStatus.Gsyscall, Individuals.unknownThread(cast.subject()));
      case GO_DESTROY -> end(event);
      case GO_STOP, GO_BLOCK, GO_UNBLOCK, GO_SYSCALL_BEGIN -> tell(event.kind());
      case PROCS_CHANGE -> stops.resize(event.value());
      case STW_BEGIN -> beginStop();
      case STW_END -> endStop();
      case PROC_STEAL,
          PROC_STATUS,
          GO_CREATE_BLOCKED,
          GO_CREATE_SYSCALL,
          GO_DESTROY_SYSCALL,
          GO_SWITCH,
          GO_SWITCH_DESTROY,
          GO_STATUS,
          GO_SYSCALL_END,
          GO_SYSCALL_END_BLOCKED ->
          throw foreign(event);
      case OTHER, GC_BEGIN, GC_END, GC_ACTIVE -> {}
    }
  }

  /// Up to Go 1.9 whoever marks in a stop says so, also on a P that no thread has started.
  private void beginStop() throws Refused, TraceFault {
    if (cast.thread() == UNTOLD) {
      hasIgnoredStop = true;
      return;
    }
    stops.begin(cast);
  }

  private void endStop() throws Refused, TraceFault {
    if (hasIgnoredStop) {
      hasIgnoredStop = false;
      return;
    }
    stops.end(cast);
  }

  /// What a goroutine did when the trace began, told right after its creation.
  private void believe(GStatus status, int thread) throws Refused, TraceFault {
    needsSubject();
    int g = cast.subject();
    if (lifecycle.status(g) != GStatus.Grunnable) {
      throw Refused.byOrder("the goroutine was created right before it is told what it does");
    }
    lifecycle.assumeGoroutine(g, status, thread);
  }

  private void start(TraceEvent event) throws Refused, TraceFault {
    needsSubject();
    int thread = individuals.thread(event.value(), event.position());
    if (thread == Cast.NOBODY) {
      throw Refused.byOrder("the thread that starts the P is told");
    }
    stops.starts(event.subject());
    processors = roomFor(processors, thread, event.position());
    robAhead(processors[thread], thread);
    startOn(thread, cast.subject());
  }

  private void stop(TraceEvent event) throws Refused, TraceFault {
    if (lifecycle.holder(cast.processor()) == Holder.Syscall) {
      throw Refused.byOrder("the P was taken out of the system call before it stops");
    }
    tell(event.kind());
    stops.quieter(cast);
  }

  /// Who takes a P tells of it afterwards: the thread that was robbed may be the first to act.
  private void robAhead(int p, int thread) throws Refused, TraceFault {
    if (p == UNTOLD
        || lifecycle.holder(p) != Holder.Syscall
        || lifecycle.holderThread(p) != thread) {
      return;
    }
    int subject = cast.subject();
    cast.set(Cast.NOBODY, Cast.NOBODY, p, Cast.NOBODY);
    tell(Kind.GO_SYS_BLOCK);
    stops.quieter(cast);
    grammar.isToBeRobbed(p);
    cast.set(Cast.NOBODY, thread, subject, subject);
  }

  private void startOn(int thread, int p) throws Refused, TraceFault {
    cast.set(cast.goroutine(), thread, cast.processor(), p);
    tell(Kind.PROC_START);
    individuals.know(p);
    threads[p] = thread;
    if (thread < processors.length) {
      processors[thread] = p;
    }
    stops.busier();
  }

  /// A P that was taken and not stopped is the thread's that took it.
  private void reacquire(int thread, int subject) throws Refused, TraceFault {
    if (thread == UNTOLD) {
      throw Refused.byOrder("the thread that took the P comes back from a system call");
    }
    startOn(thread, cast.processor());
    cast.set(Cast.NOBODY, thread, cast.processor(), subject);
  }

  private void exit(TraceEvent event, Place before) throws Refused, TraceFault {
    needsSubject();
    int g = cast.subject();
    if (individuals.has(g, Individuals.LEFT_EARLY)) {
      individuals.unmark(g, Individuals.LEFT_EARLY);
      return;
    }
    if (lifecycle.status(g) != GStatus.Gsyscall) {
      throw Refused.byOrder("the goroutine is in a system call");
    }
    if (movesExits || event.value() != 0) {
      leave(g);
      return;
    }
    if (before == Place.ROBBED) {
      reacquire(lifecycle.thread(g), g);
    } else if (Individuals.isUnknownThread(lifecycle.thread(g))) {
      lifecycle.assumeGoroutine(g, GStatus.Gsyscall, cast.thread());
    }
    cast.set(g, cast.thread(), cast.processor(), g);
    tell(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITH_PROCESSOR);
    individuals.mark(g, Individuals.AWAITS_START);
  }

  private void run(TraceEvent event, Place before) throws Refused, TraceFault {
    needsSubject();
    int g = cast.subject();
    if (individuals.has(g, Individuals.AWAITS_START)) {
      if (lifecycle.thread(g) != cast.thread()) {
        throw Refused.byOrder("the goroutine starts where its system call ended");
      }
      individuals.unmark(g, Individuals.AWAITS_START);
      return;
    }
    if (individuals.has(g, Individuals.LEFT_EARLY)) {
      throw Refused.byOrder("the end of its system call is told before the goroutine starts");
    }
    if (before == Place.ROBBED) {
      reacquire(returned[g], g);
    }
    int thread = cast.thread();
    int other = thread == UNTOLD ? Cast.NOBODY : lifecycle.goroutineOn(thread);
    if (other != Cast.NOBODY && other != g && lifecycle.status(other) == GStatus.Gsyscall) {
      leave(other);
      individuals.mark(other, Individuals.LEFT_EARLY);
    }
    tell(event.kind());
  }

  /// A call has ended without a P. This is found out when the thread may have a P again: so the
  /// start of that P is taken back meanwhile, and comes after it.
  private void leave(int g) throws Refused, TraceFault {
    int goroutine = cast.goroutine();
    int thread = cast.thread();
    int processor = cast.processor();
    int subject = cast.subject();
    int caller = lifecycle.thread(g);
    int p = lifecycle.processorOf(caller);
    boolean hasStarted = p != Cast.NOBODY && lifecycle.holder(p) == Holder.Running;
    if (hasStarted) {
      cast.set(g, caller, p, p);
      tell(Kind.PROC_STOP);
    }
    cast.set(g, caller, Cast.NOBODY, g);
    tell(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITHOUT_PROCESSOR);
    if (hasStarted) {
      cast.set(g, caller, p, p);
      tell(Kind.PROC_START);
    }
    returned[g] = caller;
    cast.set(goroutine, thread, processor, subject);
  }
}
