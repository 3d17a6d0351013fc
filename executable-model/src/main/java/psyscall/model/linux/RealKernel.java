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
import psyscall.model.kernel.Interruption;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
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
/// by the kernel, and only the first is seen.
public final class RealKernel implements Kernel, AutoCloseable {
  private static final long FUTEX_WAIT_PRIVATE = 128;
  private static final long FUTEX_WAKE_PRIVATE = 129;
  private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final SystemCalls calls = new SystemCalls();
  private final Interrupter interrupter = new Interrupter(calls);
  private final Arena arena = Arena.ofShared();
  private final SortedMap<String, MemorySegment> words = new TreeMap<>();
  private final Map<Long, Visit> visits = new HashMap<>();
  private final Census census = new Census();

  /// A call that was begun.
  private static final class Visit {
    private final KernelCall call;
    private boolean isMade;
    private Optional<KernelResult> result = Optional.empty();

    Visit(KernelCall call) {
      this.call = call;
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
    visits.put(goroutine, new Visit(call));
  }

  /// The call that a goroutine has begun and that is still to be made; told once.
  ///
  /// @param goroutine whose
  /// @return what is to be given to [#perform]
  public Optional<KernelCall> wanted(long goroutine) {
    Visit visit = visits.get(goroutine);
    if (visit == null || visit.isMade) {
      return Optional.empty();
    }
    visit.isMade = true;
    return Optional.of(visit.call);
  }

  /// Makes a call, and waits as long as it does.
  ///
  /// @param call which
  /// @return what it gave
  /// @throws IllegalStateException if it fails in a way that the model has no name for
  public KernelResult perform(KernelCall call) {
    census.enters();
    try (Arena local = Arena.ofConfined()) {
      return switch (call) {
        case KernelCall.FutexWait(String word, long expected, OptionalLong timeout) ->
            futexWait(word(word), expected, timeout(timeout, local));
        case KernelCall.FutexWake(String word, long count) -> futexWake(word(word), count);
        case KernelCall.Nanosleep(long nanos) ->
            result(Number.NANOSLEEP, calls.make(Number.NANOSLEEP, timespec(nanos, local), 0));
        case KernelCall.Service(long nanos) -> work(nanos);
        case KernelCall.Getpid _ -> result(Number.GETPID, calls.make(Number.GETPID));
        case KernelCall.SchedYield _ -> result(Number.SCHED_YIELD, calls.make(Number.SCHED_YIELD));
        case KernelCall.Timed(KernelCall timed, ServiceTime _) -> perform(timed);
        case KernelCall.Read _, KernelCall.Write _, KernelCall.EpollWait _, KernelCall.Gettimeofday _ ->
            throw new IllegalArgumentException("call that real threads do not make: call=" + call);
      };
    } finally {
      census.leaves();
    }
  }

  private KernelResult futexWait(MemorySegment word, long expected, long timeout) {
    long got =
        calls.make(Number.FUTEX, word.address(), FUTEX_WAIT_PRIVATE, (int) expected, timeout);
    return result(Number.FUTEX, got);
  }

  private KernelResult futexWake(MemorySegment word, long count) {
    long most = Math.min(count, Integer.MAX_VALUE);
    return result(
        Number.FUTEX, calls.make(Number.FUTEX, word.address(), FUTEX_WAKE_PRIVATE, most));
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

  private static KernelResult result(Number call, long got) {
    if (got >= 0) {
      return KernelResult.of(got);
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

  @Override
  public KernelResult timeOfDay() {
    System.currentTimeMillis();
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
    interrupter.interrupt(thread);
  }

  /// Wakes whoever waits on a word: such a wait without a time-out begins again after a signal.
  /// Whoever begins to wait later is not woken.
  public void wakeAll() {
    words.values().forEach(word -> futexWake(word, Integer.MAX_VALUE));
  }

  /// Gives the words back; nobody may be in the kernel any more.
  @Override
  public void close() {
    arena.close();
  }
}
