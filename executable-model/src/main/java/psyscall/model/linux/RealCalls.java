package psyscall.model.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import psyscall.model.kernel.CallNumber;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.workload.KernelCall;

/// What the calls of a run are about on this machine, and how they are made: words, which are four
/// bytes of native memory each, and pipes. For all threads.
///
/// What is written to the standard output goes to the null device.
final class RealCalls implements AutoCloseable {
  private static final long FUTEX_WAIT_PRIVATE = 128;
  private static final long FUTEX_WAKE_PRIVATE = 129;
  private static final long AT_FDCWD = -100;
  private static final long O_WRONLY_CLOEXEC = 0x80001;
  private static final int TIME_WORDS = 2;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long MILLI_NANOS = 1_000_000;
  private static final long FOREVER = -1;
  private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();

  private final SystemCalls calls;
  private final Arena arena = Arena.ofShared();
  private final SortedMap<String, MemorySegment> words = new TreeMap<>();
  private final Map<String, RealPipe> pipes = new ConcurrentHashMap<>();
  private final long output;

  /// Nothing was called yet.
  ///
  /// @param calls how calls are made
  /// @param words the words with what they hold
  RealCalls(SystemCalls calls, SortedMap<String, Long> words) {
    this.calls = calls;
    long name = arena.allocateFrom("/dev/null").address();
    output = calls.demand(CallNumber.OPENAT, AT_FDCWD, name, O_WRONLY_CLOEXEC, 0);
    words.forEach(
        (word, value) -> {
          this.words.put(word, arena.allocate(ValueLayout.JAVA_INT));
          store(word, value);
        });
  }

  /// Stores the low half of a value to a word.
  void store(String word, long value) {
    WORD.setVolatile(word(word), 0L, (int) value);
  }

  private MemorySegment word(String name) {
    return Optional.ofNullable(words.get(name))
        .orElseThrow(() -> new IllegalArgumentException("unknown word: name=" + name));
  }

  private RealPipe pipe(String name) {
    return pipes.computeIfAbsent(name, _ -> new RealPipe(calls));
  }

  /// Makes a call, and waits as long as it does.
  ///
  /// @param call which; how long the kernel works for it only this machine knows, but for a service
  /// @return what it gave
  /// @throws IllegalStateException if it fails in a way that the model has no name for
  KernelResult make(KernelCall call) {
    try (Arena local = Arena.ofConfined()) {
      return switch (call) {
        case KernelCall.FutexWait(String word, long expected, OptionalLong timeout) ->
            futexWait(word(word), expected, timeout, local);
        case KernelCall.FutexWake(String word, long count) ->
            result(
                CallNumber.FUTEX,
                word(word).address(),
                FUTEX_WAKE_PRIVATE,
                Math.min(count, Integer.MAX_VALUE));
        case KernelCall.Nanosleep(long nanos) ->
            result(CallNumber.NANOSLEEP, timespec(nanos, local), 0);
        case KernelCall.Read(String pipe, long count) ->
            result(CallNumber.READ, pipe(pipe).readEnd(), local.allocate(count).address(), count);
        case KernelCall.Write(String file, long count) ->
            result(CallNumber.WRITE, file(file), local.allocate(count).address(), count);
        case KernelCall.EpollWait(String pipe, OptionalLong timeout) ->
            result(
                CallNumber.EPOLL_WAIT,
                pipe(pipe).poll(),
                local.allocate(RealPipe.EPOLL_EVENT_BYTES).address(),
                1,
                millis(timeout));
        case KernelCall.Getpid _ -> result(CallNumber.GETPID);
        case KernelCall.SchedYield _ -> result(CallNumber.SCHED_YIELD);
        case KernelCall.Gettimeofday _ ->
            result(
                CallNumber.GETTIMEOFDAY,
                local.allocate(ValueLayout.JAVA_LONG, TIME_WORDS).address(),
                0);
        case KernelCall.Service(long nanos) -> work(nanos);
        case KernelCall.Timed timed -> make(timed.call());
      };
    }
  }

  /// The kernel compares the low half of what is expected.
  private KernelResult futexWait(
      MemorySegment word, long expected, OptionalLong timeout, Arena local) {
    long time = timeout.isPresent() ? timespec(timeout.getAsLong(), local) : 0;
    return result(CallNumber.FUTEX, word.address(), FUTEX_WAIT_PRIVATE, expected, time);
  }

  private long file(String name) {
    return name.equals(KernelCall.STDOUT) ? output : pipe(name).writeEnd();
  }

  /// Calls that do not wait, one after the other: each enters the kernel and leaves it.
  private KernelResult work(long nanos) {
    long end = System.nanoTime() + nanos;
    do {
      calls.make(CallNumber.GETPID);
    } while (System.nanoTime() - end < 0);
    return KernelResult.of(0);
  }

  private static long timespec(long nanos, Arena arena) {
    return arena
        .allocateFrom(ValueLayout.JAVA_LONG, nanos / SECOND_NANOS, nanos % SECOND_NANOS)
        .address();
  }

  private static long millis(OptionalLong nanos) {
    return nanos.isPresent() ? Math.ceilDiv(nanos.getAsLong(), MILLI_NANOS) : FOREVER;
  }

  /// The second result is the third argument: the kernel keeps RDX.
  private KernelResult result(CallNumber call, long... arguments) {
    long rax = calls.make(call, arguments);
    long rdx = arguments.length >= 3 ? arguments[2] : 0;
    return rax >= 0
        ? new KernelResult(rax, rdx, Optional.empty())
        : KernelResult.of(
            KernelError.numbered(-rax)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "error without a name: call=" + call + ", errno=" + -rax)));
  }

  /// Closes what is open; nobody may be in a call.
  @Override
  public void close() {
    pipes.values().forEach(RealPipe::close);
    calls.make(CallNumber.CLOSE, output);
    arena.close();
  }
}
