package psyscall.model.trace2;

import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// What decides when an event may be the next: the numbers that events give to Ps, goroutines and
/// collections, and the statuses that those numbers are about (Go 1.26, internal/trace/order.go).
///
/// Only that is asked. An event that makes no sense where it stands, but waits for nothing, is
/// delivered as it stands, and what it says is believed: judging it is not the work of a reader.
final class Order {
  static final byte P_RUNNING = 1;
  static final byte P_IDLE = 2;
  static final byte P_SYSCALL = 3;
  static final byte P_ABANDONED = 4;
  static final byte G_RUNNABLE = 1;
  static final byte G_RUNNING = 2;
  static final byte G_SYSCALL = 3;
  static final byte G_WAITING = 4;

  private static final int NONE = Entities.NONE;
  private static final long NO_VALUE = TraceEvent.NONE;

  private final EventTable table;
  private final Threads threads;
  private final Entities processors;
  private final Entities goroutines;
  private final Collections collections = new Collections();
  private TraceEvent event = new TraceEvent();
  private int woken = NONE;
  private long delivered;
  private long lastTime = Long.MIN_VALUE;
  private long reversals;
  private long waits;
  private long generation;
  private boolean firstGeneration;
  private double nanosPerTick = 1;

  /// An order of which nothing is known.
  ///
  /// @param table the events of the release
  /// @param threads the threads of the trace
  /// @param allowance asked before anything is allocated
  Order(EventTable table, Threads threads, MemoryAllowance allowance) {
    this.table = table;
    this.threads = threads;
    this.processors = new Entities(allowance);
    this.goroutines = new Entities(allowance);
  }

  /// Goes to another generation, in which all numbers begin again.
  ///
  /// @param number of the generation
  /// @param tick the length of a tick, in nanoseconds
  void enter(long number, double tick) {
    firstGeneration = generation == 0;
    generation = number;
    nanosPerTick = tick;
  }

  /// Delivers the event of a thread if it may be the next, else lets the thread wait.
  ///
  /// @param stream the thread
  /// @param filled gets the event
  /// @return whether it was delivered
  /// @throws TraceFault if it takes more memory than allowed
  boolean take(Stream stream, TraceEvent filled) throws TraceFault {
    event = filled;
    Kind kind = table.kind(stream.type);
    return switch (kind) {
      case PROC_START -> procStart(stream);
      case PROC_STOP -> procStop(stream);
      case PROC_STEAL -> procSteal(stream);
      case PROC_STATUS -> procStatus(stream);
      case GO_CREATE -> goCreate(stream, kind, G_RUNNABLE);
      case GO_CREATE_BLOCKED -> goCreate(stream, kind, G_WAITING);
      case GO_CREATE_SYSCALL -> goCreateSyscall(stream);
      case GO_DESTROY_SYSCALL -> goDestroySyscall(stream);
      case GO_START -> goStart(stream);
      case GO_DESTROY -> goDestroy(stream);
      case GO_STOP -> goStop(stream, kind, G_RUNNABLE);
      case GO_BLOCK -> goStop(stream, kind, G_WAITING);
      case GO_UNBLOCK -> goUnblock(stream);
      case GO_SWITCH, GO_SWITCH_DESTROY -> goSwitch(stream, kind);
      case GO_STATUS -> goStatus(stream);
      case GO_SYSCALL_BEGIN -> syscallBegin(stream);
      case GO_SYSCALL_END -> syscallEnd(stream);
      case GO_SYSCALL_END_BLOCKED -> syscallEndBlocked(stream);
      case GC_BEGIN, GC_END, GC_ACTIVE -> collection(stream, kind);
      case PROCS_CHANGE, STW_BEGIN -> deliver(stream, kind, NO_VALUE, stream.first, NO_VALUE);
      case STW_END, OTHER, GO_WAITING, GO_IN_SYSCALL, GO_SYS_BLOCK, GO_SYS_EXIT ->
          deliver(stream, kind, NO_VALUE, NO_VALUE, NO_VALUE);
    };
  }

  private boolean procStart(Stream stream) throws TraceFault {
    int p = processors.add(stream.first, stream.position());
    if (processors.status(p) != P_IDLE || !processors.isNext(p, generation, stream.second)) {
      return await(processors, p, stream);
    }
    if (stream.processor != NONE) {
      return await(processors, stream.processor, stream);
    }
    deliver(stream, Kind.PROC_START, stream.first, NO_VALUE, NO_VALUE);
    processors.become(p, P_RUNNING, generation, stream.second);
    stream.takeProcessor(p, stream.first);
    wake(processors, p);
    return true;
  }

  private boolean procStop(Stream stream) {
    int p = stream.processor;
    deliver(stream, Kind.PROC_STOP, stream.processorId, NO_VALUE, NO_VALUE);
    if (p != NONE) {
      processors.become(p, P_IDLE);
      stream.dropProcessor();
      wake(processors, p);
    }
    return true;
  }

  private boolean procSteal(Stream stream) throws TraceFault {
    int p = processors.add(stream.first, stream.position());
    byte status = processors.status(p);
    if ((status != P_SYSCALL && status != P_ABANDONED)
        || !processors.isNext(p, generation, stream.second)) {
      return await(processors, p, stream);
    }
    deliver(stream, Kind.PROC_STEAL, stream.first, stream.third, NO_VALUE);
    processors.become(p, P_IDLE, generation, stream.second);
    // Of an abandoned P the thread is not to be trusted: it has moved on.
    if (status == P_SYSCALL && threads.has(stream.third)) {
      Stream robbed = threads.of(stream.third, stream.position());
      if (robbed.processor == p) {
        robbed.dropProcessor();
      }
    }
    wake(processors, p);
    return true;
  }

  private boolean procStatus(Stream stream) throws TraceFault {
    int p = processors.add(stream.first, stream.position());
    long status = stream.second;
    deliver(stream, Kind.PROC_STATUS, stream.first, status, NO_VALUE);
    if (status == P_ABANDONED && processors.status(p) == P_SYSCALL) {
      processors.become(p, P_SYSCALL, generation, 0);
    } else if (status >= P_RUNNING && status <= P_ABANDONED) {
      processors.become(p, (byte) status, generation, 0);
      if (status == P_RUNNING || status == P_SYSCALL) {
        stream.takeProcessor(p, stream.first);
      }
    }
    wake(processors, p);
    return true;
  }

  private boolean goCreate(Stream stream, Kind kind, byte status) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    deliver(stream, kind, stream.first, NO_VALUE, NO_VALUE);
    goroutines.become(g, status, generation, 0);
    wake(goroutines, g);
    return true;
  }

  private boolean goCreateSyscall(Stream stream) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    deliver(stream, Kind.GO_CREATE_SYSCALL, stream.first, NO_VALUE, NO_VALUE);
    goroutines.become(g, G_SYSCALL, generation, 0);
    stream.takeGoroutine(g, stream.first);
    wake(goroutines, g);
    return true;
  }

  private boolean goDestroySyscall(Stream stream) {
    int p = stream.processor;
    deliver(stream, Kind.GO_DESTROY_SYSCALL, NO_VALUE, NO_VALUE, NO_VALUE);
    end(stream.goroutine);
    stream.dropGoroutine();
    if (p != NONE) {
      // The thread's id may be given to another thread, so the P stays behind without it.
      processors.become(p, P_ABANDONED);
      stream.dropProcessor();
      wake(processors, p);
    }
    return true;
  }

  private boolean goStart(Stream stream) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    if (goroutines.status(g) != G_RUNNABLE || !goroutines.isNext(g, generation, stream.second)) {
      return await(goroutines, g, stream);
    }
    deliver(stream, Kind.GO_START, stream.first, NO_VALUE, NO_VALUE);
    goroutines.become(g, G_RUNNING, generation, stream.second);
    stream.takeGoroutine(g, stream.first);
    wake(goroutines, g);
    return true;
  }

  private boolean goDestroy(Stream stream) {
    deliver(stream, Kind.GO_DESTROY, NO_VALUE, NO_VALUE, NO_VALUE);
    end(stream.goroutine);
    stream.dropGoroutine();
    return true;
  }

  private boolean goStop(Stream stream, Kind kind, byte status) {
    deliver(stream, kind, NO_VALUE, NO_VALUE, NO_VALUE);
    change(goroutines, stream.goroutine, status);
    stream.dropGoroutine();
    return true;
  }

  private boolean goUnblock(Stream stream) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    if (goroutines.status(g) != G_WAITING || !goroutines.isNext(g, generation, stream.second)) {
      return await(goroutines, g, stream);
    }
    deliver(stream, Kind.GO_UNBLOCK, stream.first, NO_VALUE, NO_VALUE);
    goroutines.become(g, G_RUNNABLE, generation, stream.second);
    wake(goroutines, g);
    return true;
  }

  private boolean goSwitch(Stream stream, Kind kind) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    if (goroutines.status(g) != G_WAITING || !goroutines.isNext(g, generation, stream.second)) {
      return await(goroutines, g, stream);
    }
    deliver(stream, kind, stream.first, NO_VALUE, NO_VALUE);
    if (kind == Kind.GO_SWITCH) {
      change(goroutines, stream.goroutine, G_WAITING);
    } else {
      end(stream.goroutine);
    }
    goroutines.become(g, G_RUNNING, generation, stream.second);
    stream.takeGoroutine(g, stream.first);
    wake(goroutines, g);
    return true;
  }

  private boolean goStatus(Stream stream) throws TraceFault {
    int g = goroutines.add(stream.first, stream.position());
    long thread = stream.second;
    long status = stream.third;
    deliver(stream, Kind.GO_STATUS, stream.first, status, thread);
    if (status >= G_RUNNABLE && status <= G_WAITING) {
      goroutines.become(g, (byte) status, generation, 0);
      if (status == G_RUNNING || (status == G_SYSCALL && thread == stream.thread)) {
        stream.takeGoroutine(g, stream.first);
      } else if (status == G_SYSCALL && thread != NO_VALUE) {
        Stream caller = threads.of(thread, stream.position());
        if (caller.goroutine == NONE) {
          caller.takeGoroutine(g, stream.first);
        }
      }
    }
    wake(goroutines, g);
    return true;
  }

  private boolean syscallBegin(Stream stream) {
    int p = stream.processor;
    long next = p == NONE ? NO_VALUE : processors.next(p, generation);
    deliver(stream, Kind.GO_SYSCALL_BEGIN, NO_VALUE, stream.first, next);
    change(goroutines, stream.goroutine, G_SYSCALL);
    if (p != NONE) {
      processors.become(p, P_SYSCALL, generation, stream.first);
      wake(processors, p);
    }
    return true;
  }

  private boolean syscallEnd(Stream stream) {
    deliver(stream, Kind.GO_SYSCALL_END, NO_VALUE, NO_VALUE, NO_VALUE);
    change(goroutines, stream.goroutine, G_RUNNING);
    change(processors, stream.processor, P_RUNNING);
    return true;
  }

  private boolean syscallEndBlocked(Stream stream) {
    int p = stream.processor;
    if (p != NONE && processors.status(p) == P_SYSCALL) {
      return await(processors, p, stream);
    }
    deliver(stream, Kind.GO_SYSCALL_END_BLOCKED, NO_VALUE, NO_VALUE, NO_VALUE);
    change(goroutines, stream.goroutine, G_RUNNABLE);
    stream.dropGoroutine();
    return true;
  }

  private boolean collection(Stream stream, Kind kind) {
    if (!collections.mayBeNext(kind, stream.first, firstGeneration)) {
      stream.behind = collections.await(stream.number);
      stream.waits = true;
      waits++;
      return false;
    }
    deliver(stream, kind, NO_VALUE, stream.first, NO_VALUE);
    collections.count(stream.first);
    wakeAll(collections.dismiss());
    return true;
  }

  private boolean deliver(Stream stream, Kind kind, long subject, long value, long other) {
    long time = stream.time;
    if (time < lastTime) {
      reversals++;
    }
    lastTime = time;
    event.at(++delivered, stream.position(), (long) (time * nanosPerTick), generation);
    event.by(stream.thread, stream.processorId, stream.goroutineId);
    event.about(kind, subject, value, other);
    return true;
  }

  private void change(Entities entities, int number, byte status) {
    if (number != NONE) {
      entities.become(number, status);
      wake(entities, number);
    }
  }

  private void end(int goroutine) {
    if (goroutine != NONE) {
      wake(goroutines, goroutine);
      goroutines.remove(goroutine);
    }
  }

  private boolean await(Entities entities, int number, Stream stream) {
    stream.behind = entities.await(number, stream.number);
    stream.waits = true;
    waits++;
    return false;
  }

  private void wake(Entities entities, int number) {
    int first = entities.waiters(number);
    if (first != NONE) {
      entities.dismiss(number);
      wakeAll(first);
    }
  }

  private void wakeAll(int first) {
    for (int at = first; at != NONE; ) {
      Stream stream = threads.numbered(at);
      at = stream.behind;
      stream.behind = woken;
      stream.waits = false;
      woken = stream.number;
    }
  }

  /// Those who waited and may look again.
  ///
  /// @return the number of the first, the others behind it, or [Entities#NONE]; they are forgotten
  int takeWoken() {
    int first = woken;
    woken = NONE;
    return first;
  }

  /// How many events were earlier than the one before.
  long reversals() {
    return reversals;
  }

  /// How often an event had to wait for one that is not earlier.
  long waits() {
    return waits;
  }

  /// What is told when nobody can go on.
  ///
  /// @return the message for a list of threads that wait
  Waits explanation() {
    return new Waits(table, processors, goroutines, collections);
  }
}
