package psyscall.model.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Function;
import psyscall.model.machine.ClosedTerms;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.ServiceTime;
import psyscall.spec.kernel.Restart;

/// The services of a kernel in virtual time: words, pipes, waits on them, time-outs.
///
/// Each goroutine is in one call at most. A call that is over stays until it is taken. Results are
/// those that services leave in RAX: errors are small negative numbers. Who waits the longest is
/// served first. A call allocates nothing but the first of each goroutine.
public final class VirtualKernel {
  /// The moment of what never comes.
  public static final long NEVER = Long.MAX_VALUE;

  /// How long the kernel works for a call of which nothing else is said.
  public static final long SERVICE_NANOS = 1_000;

  /// How many bytes fit into a pipe of Linux, unless it is told otherwise.
  public static final long PIPE_BYTES = 65_536;

  /// What `getpid` returns.
  private static final long PROCESS = 4_242;

  private static final KernelCall REFUSED = new KernelCall.Service(SERVICE_NANOS);

  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Pipe> pipes = new HashMap<>();
  private final Function<String, Pipe> newPipe;
  private final ServiceTimes times;
  private final List<PendingCall> pending = new ArrayList<>();
  private final List<PendingCall> waiting = new ArrayList<>();

  private static final class Word {
    private long value;
  }

  /// A kernel in which nobody is.
  ///
  /// @param words the words with what they hold; others hold 0
  /// @param pipeBytes how many bytes fit into a pipe, at least 4096
  /// @param seed determines the service times that are drawn
  public VirtualKernel(SortedMap<String, Long> words, long pipeBytes, long seed) {
    words.forEach(this::store);
    newPipe = _ -> new Pipe(pipeBytes);
    times = new ServiceTimes(seed);
  }

  /// Stores to a word.
  ///
  /// @param word its name
  /// @param value what it holds then
  public void store(String word, long value) {
    word(word).value = value;
  }

  private Word word(String name) {
    return words.computeIfAbsent(name, _ -> new Word());
  }

  private PendingCall of(long goroutine) {
    while (pending.size() <= goroutine) {
      pending.add(new PendingCall(pending.size()));
    }
    return pending.get((int) goroutine);
  }

  /// Whether a goroutine is in a call.
  ///
  /// @param goroutine its id, from 0
  /// @return whether it began one and did not take its result
  public boolean isIn(long goroutine) {
    return !of(goroutine).isNone();
  }

  /// Begins a call.
  ///
  /// @param goroutine whose
  /// @param call which
  /// @param now the time
  public void begin(long goroutine, KernelCall call, long now) {
    if (call instanceof KernelCall.Timed(KernelCall timed, ServiceTime time)) {
      begin(goroutine, timed, times.draw(time), now);
    } else {
      long nanos = call instanceof KernelCall.Service service ? service.nanos() : SERVICE_NANOS;
      begin(goroutine, call, nanos, now);
    }
  }

  private void begin(long goroutine, KernelCall call, long work, long now) {
    PendingCall mine = of(goroutine);
    switch (call) {
      case KernelCall.FutexWait wait -> wait(mine, wait, work, now);
      case KernelCall.FutexWake wake -> mine.works(call, work, now, wake(wake, now));
      case KernelCall.Nanosleep sleep -> mine.waits(call, work, now, now + sleep.nanos(), 0);
      case KernelCall.EpollWait poll -> {
        if (pipe(poll.pipe()).isEmpty()) {
          mine.waits(call, work, now, timeout(poll.timeoutNanos(), now), 0);
        } else {
          mine.works(call, work, now, 1);
        }
      }
      case KernelCall.Read _ -> {
        mine.waits(call, work, now, NEVER, 0);
        settle(now);
      }
      case KernelCall.Write write -> {
        if (write.file().equals(KernelCall.STDOUT)) {
          mine.works(call, work, now, write.count());
        } else {
          mine.waits(call, work, now, NEVER, 0);
        }
        settle(now);
      }
      case KernelCall.Getpid _ -> mine.works(call, work, now, PROCESS);
      case KernelCall.SchedYield _, KernelCall.Gettimeofday _, KernelCall.Service _ ->
          mine.works(call, work, now, 0);
      case KernelCall.Timed timed ->
          throw new IllegalArgumentException("call with two service times: call=" + timed);
    }
  }

  /// Begins a call that is refused.
  ///
  /// @param goroutine whose
  /// @param error why
  /// @param now the time
  public void refuse(long goroutine, KernelError error, long now) {
    of(goroutine).works(REFUSED, SERVICE_NANOS, now, error.rax());
  }

  private static long timeout(OptionalLong nanos, long now) {
    return nanos.isPresent() ? now + nanos.getAsLong() : NEVER;
  }

  /// The kernel compares 32 bits.
  private void wait(PendingCall mine, KernelCall.FutexWait call, long work, long now) {
    if ((int) word(call.word()).value == (int) call.expected()) {
      long due = timeout(call.timeoutNanos(), now);
      mine.waits(call, work, now, due, KernelError.ETIMEDOUT.rax());
    } else {
      mine.works(call, work, now, KernelError.EAGAIN.rax());
    }
  }

  private long wake(KernelCall.FutexWake call, long now) {
    findWaiting(now);
    long woken = 0;
    for (PendingCall each : waiting) {
      if (woken < call.count()
          && each.call() instanceof KernelCall.FutexWait wait
          && wait.word().equals(call.word())) {
        each.goesOn(now, 0);
        woken++;
      }
    }
    return woken;
  }

  /// Finds who waits, the longest wait first, and of equals the least goroutine.
  private void findWaiting(long now) {
    waiting.clear();
    for (PendingCall each : pending) {
      if (each.waits(now)) {
        waiting.add(each);
      }
    }
    waiting.sort(PendingCall.LONGEST_FIRST);
  }

  /// Serves who waits for a pipe, as long as anybody can be.
  private void settle(long now) {
    boolean changes = true;
    while (changes) {
      changes = false;
      findWaiting(now);
      for (PendingCall each : waiting) {
        changes |=
            switch (each.call()) {
              case KernelCall.Read read -> isRead(each, read, now);
              case KernelCall.Write write -> isWritten(each, write, now);
              case KernelCall.EpollWait poll -> isPolled(each, poll, now);
              case KernelCall _ -> false;
            };
      }
    }
  }

  private Pipe pipe(String name) {
    return pipes.computeIfAbsent(name, newPipe);
  }

  /// @return whether anything was there
  private boolean isRead(PendingCall mine, KernelCall.Read call, long now) {
    long taken = pipe(call.pipe()).take(call.count());
    if (taken > 0) {
      mine.goesOn(now, taken);
    }
    return taken > 0;
  }

  /// @return whether there was room, for a part at least
  private boolean isWritten(PendingCall mine, KernelCall.Write call, long now) {
    long given = pipe(call.file()).put(call.count() - mine.done(), call.count());
    mine.does(given);
    boolean isAll = mine.done() == call.count();
    if (isAll) {
      mine.goesOn(now, mine.done());
    }
    return isAll || given > 0;
  }

  /// @return whether anything was there
  private boolean isPolled(PendingCall mine, KernelCall.EpollWait call, long now) {
    boolean isReady = !pipe(call.pipe()).isEmpty();
    if (isReady) {
      mine.goesOn(now, 1);
    }
    return isReady;
  }

  /// When a goroutine's call is over.
  ///
  /// @param goroutine whose
  /// @return the time, or [#NEVER] if it is not known
  public long due(long goroutine) {
    PendingCall mine = of(goroutine);
    return mine.isNone() ? NEVER : mine.due();
  }

  /// Takes the result of a call that is over, or leaves one that is not.
  ///
  /// @param goroutine whose
  /// @return RAX: a result, or the negated number of an error
  public long finish(long goroutine) {
    PendingCall mine = of(goroutine);
    if (mine.isNone()) {
      throw new IllegalStateException("not in the kernel: goroutine=" + goroutine);
    }
    return mine.ends();
  }

  /// With what a goroutine's call leaves its wait if a signal comes.
  ///
  /// @param goroutine whose
  /// @param now the time
  /// @return RAX: what is done of the call, a restart code, or EINTR; empty if it does not wait, or
  ///   is over already
  public OptionalLong interrupted(long goroutine, long now) {
    PendingCall mine = of(goroutine);
    if (!mine.waits(now)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        mine.done() > 0
            ? mine.done()
            : mine.call().restart().map(VirtualKernel::code).orElse(KernelError.EINTR.rax()));
  }

  private static long code(Restart restart) {
    return ClosedTerms.scalar(restart.result().term(), Map.of());
  }
}
