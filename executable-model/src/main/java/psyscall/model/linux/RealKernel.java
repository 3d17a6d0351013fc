package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import psyscall.model.kernel.Interruption;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.linux.Signals.Signal;
import psyscall.model.linux.SystemCalls.Number;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.ServiceTime;

/// The kernel of this machine, with the words and calls of one run.
///
/// Which calls are wanted and which are over is kept for one thread at a time: whoever runs has a
/// lock. [#perform] alone is for all threads at once, outside of that lock. A word is four bytes of
/// native memory, and holds the low half of what is stored to it.
///
/// A thread can be interrupted by a real SIGURG: whether its call fails or begins again is decided
/// by the kernel, and only the first is seen. It is blocked where the way of the call says so.
public final class RealKernel implements Kernel, AutoCloseable {
  private static final long FUTEX_WAIT_PRIVATE = 128;
  private static final long FUTEX_WAKE_PRIVATE = 129;
  private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long FOREVER = -1;

  private final SystemCalls calls = new SystemCalls();
  private final Signals signals = new Signals(calls);
  private final Arena arena = Arena.ofShared();
  private final SortedMap<String, MemorySegment> words = new TreeMap<>();
  private final Map<String, RealPipe> pipes = new ConcurrentHashMap<>();
  private final Map<Long, Visit> visits = new HashMap<>();
  private final Census census = new Census();

  /// A call that is to be made.
  ///
  /// @param way how
  /// @param call which
  public record Wanted(Way way, KernelCall call) {}

  /// A call that was begun.
  private static final class Visit {
    private final Wanted wanted;
    private boolean isMade;
    private Optional<KernelResult> result = Optional.empty();

    Visit(Wanted wanted) {
      this.wanted = wanted;
    }
  }

  /// A kernel in which nobody is.
  ///
  /// @param words the words with what they hold
  public RealKernel(SortedMap<String, Long> words) {
    words.forEach(
        (name, value) -> {
          this.words.put(name, arena.allocate(ValueLayout.JAVA_INT));
          store(name, value);
        });
  }

  /// Who is in the kernel, and who was.
  ///
  /// @return counts that go on
  public Census census() {
    return census;
  }

  @Override
  public void store(String word, long value) {
    WORD.setVolatile(word(word), 0L, (int) value);
  }

  private MemorySegment word(String name) {
    return Optional.ofNullable(words.get(name))
        .orElseThrow(() -> new IllegalArgumentException("unknown word: name=" + name));
  }

  @Override
  public boolean isIn(long goroutine) {
    return visits.containsKey(goroutine);
  }

  @Override
  public void begin(long goroutine, Way way, KernelCall call, long now) {
    visits.put(goroutine, new Visit(new Wanted(way, call)));
  }

  /// The call that a goroutine has begun and that is still to be made; told once.
  ///
  /// @param goroutine whose
  /// @return what is to be given to [#perform]
  public Optional<Wanted> wanted(long goroutine) {
    Visit visit = visits.get(goroutine);
    if (visit == null || visit.isMade) {
      return Optional.empty();
    }
    visit.isMade = true;
    return Optional.of(visit.wanted);
  }

  /// Makes a call, and waits as long as it does.
  ///
  /// @param wanted which, and how
  /// @return what it gave
  /// @throws IllegalStateException if it fails in a way that the model has no name for
  public KernelResult perform(Wanted wanted) {
    boolean isShielded = wanted.way() == Way.RAW_BLOCKED;
    if (isShielded) {
      signals.block();
    }
    census.enters();
    try {
      return made(wanted.call());
    } finally {
      census.leaves();
      if (isShielded) {
        signals.unblock();
      }
    }
  }

  private KernelResult made(KernelCall call) {
    try (Arena local = Arena.ofConfined()) {
      return made(call, local);
    }
  }

  private KernelResult made(KernelCall call, Arena local) {
    return switch (call) {
      case KernelCall.FutexWait(String word, long expected, OptionalLong timeout) ->
          futexWait(word(word), expected, timeout(timeout, local));
      case KernelCall.FutexWake(String word, long count) -> futexWake(word(word), count);
      case KernelCall.Nanosleep(long nanos) ->
          result(Number.NANOSLEEP, calls.make(Number.NANOSLEEP, timespec(nanos, local), 0), 0);
      case KernelCall.Read(String pipe, long count) ->
          result(Number.READ, pipe(pipe).read(count), count);
      case KernelCall.Write(String file, long count) -> write(file, count);
      case KernelCall.EpollWait(String pipe, OptionalLong timeout) ->
          result(Number.EPOLL_WAIT, pipe(pipe).poll(millis(timeout)), 1);
      case KernelCall.Getpid() -> result(Number.GETPID, calls.make(Number.GETPID), 0);
      case KernelCall.SchedYield() -> result(Number.SCHED_YIELD, calls.make(Number.SCHED_YIELD), 0);
      case KernelCall.Gettimeofday() ->
          result(Number.GETTIMEOFDAY, calls.make(Number.GETTIMEOFDAY, timespec(0, local), 0), 0);
      case KernelCall.Service(long nanos) -> work(nanos);
      case KernelCall.Timed(KernelCall.Service _, ServiceTime time) ->
          work(Math.round(time.meanNanos()));
      case KernelCall.Timed(KernelCall timed, ServiceTime _) -> made(timed, local);
    };
  }

  /// What is written to the standard output the listener prints; here is a call in its place.
  private KernelResult write(String file, long count) {
    if (file.equals(KernelCall.STDOUT)) {
      calls.make(Number.GETPID);
      return result(Number.WRITE, count, count);
    }
    return result(Number.WRITE, pipe(file).write(count), count);
  }

  private RealPipe pipe(String name) {
    return pipes.computeIfAbsent(name, _ -> new RealPipe(calls));
  }

  private static long millis(OptionalLong nanos) {
    return nanos.isPresent() ? Math.ceilDiv(nanos.getAsLong(), MILLI_NANOS) : FOREVER;
  }

  private KernelResult futexWait(MemorySegment word, long expected, long timeout) {
    long got =
        calls.make(Number.FUTEX, word.address(), FUTEX_WAIT_PRIVATE, (int) expected, timeout);
    return result(Number.FUTEX, got, expected);
  }

  private KernelResult futexWake(MemorySegment word, long count) {
    long most = Math.min(count, Integer.MAX_VALUE);
    return result(
        Number.FUTEX, calls.make(Number.FUTEX, word.address(), FUTEX_WAKE_PRIVATE, most), most);
  }

  /// Calls that do not wait, one after the other: each enters the kernel and leaves it.
  private KernelResult work(long nanos) {
    long end = System.nanoTime() + nanos;
    do {
      calls.make(Number.GETPID);
    } while (System.nanoTime() - end < 0);
    return KernelResult.of(0);
  }

  private static long timeout(OptionalLong nanos, Arena arena) {
    return nanos.isPresent() ? timespec(nanos.getAsLong(), arena) : 0;
  }

  private static long timespec(long nanos, Arena arena) {
    return arena
        .allocateFrom(ValueLayout.JAVA_LONG, nanos / SECOND_NANOS, nanos % SECOND_NANOS)
        .address();
  }

  /// The second result is the third argument: the kernel keeps RDX.
  private static KernelResult result(Number call, long got, long third) {
    if (got >= 0) {
      return new KernelResult(got, third, Optional.empty());
    }
    for (KernelError error : KernelError.values()) {
      if (error.number() == -got) {
        return KernelResult.of(error);
      }
    }
    throw new IllegalStateException(
        "call that fails in a way without a name: call=" + call + ", errno=" + -got);
  }

  /// A call is over.
  ///
  /// @param goroutine whose
  /// @param result what [#perform] gave
  public void returned(long goroutine, KernelResult result) {
    visit(goroutine).result = Optional.of(result);
  }

  private Visit visit(long goroutine) {
    return Optional.ofNullable(visits.get(goroutine))
        .orElseThrow(() -> new IllegalStateException("not in the kernel: goroutine=" + goroutine));
  }

  /// A call that is over is over since ever; when another will be, only the machine knows.
  @Override
  public long due(long goroutine) {
    Visit visit = visits.get(goroutine);
    return visit != null && visit.result.isPresent() ? 0 : VirtualKernel.NEVER;
  }

  @Override
  public KernelResult finish(long goroutine) {
    KernelResult result = visit(goroutine).result.orElseThrow();
    visits.remove(goroutine);
    return result;
  }

  /// What it did, once the call is over.
  @Override
  public Interruption interruption(long goroutine, long now) {
    boolean hasFailed =
        Optional.ofNullable(visits.get(goroutine))
            .flatMap(visit -> visit.result)
            .flatMap(KernelResult::error)
            .filter(KernelError.EINTR::equals)
            .isPresent();
    return hasFailed ? Interruption.FAILS : Interruption.NONE;
  }

  @Override
  public Optional<KernelResult> interrupt(long goroutine, long now) {
    return Optional.of(finish(goroutine));
  }

  /// User code that takes next to no time: nothing is asked.
  @Override
  public KernelResult timeOfDay() {
    return KernelResult.of(0);
  }

  /// The thread that asks.
  ///
  /// @return the kernel's number of it
  public long thread() {
    return calls.make(Number.GETTID);
  }

  /// Sends SIGURG to a thread.
  ///
  /// @param thread the kernel's number of it
  public void interrupt(long thread) {
    signals.send(Signal.YIELD, thread);
  }

  /// Lets a thread go out of whatever it waits in: its call fails with EINTR, whichever it is. One
  /// that is not inside yet is not let go.
  ///
  /// @param thread the kernel's number of it
  public void release(long thread) {
    signals.send(Signal.LEAVE, thread);
  }

  /// Gives words and pipes back; nobody may be in the kernel any more.
  @Override
  public void close() {
    pipes.values().forEach(RealPipe::close);
    arena.close();
  }
}
