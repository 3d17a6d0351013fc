package psyscall.model.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.machine.ClosedTerms;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.ServiceTime;
import psyscall.spec.kernel.Restart;

/// The services of a kernel in virtual time: words, pipes, waits on them, time-outs.
///
/// Each goroutine is in one call at most. A call that is over stays until it is taken. Results are
/// those that services leave in RAX: errors are small negative numbers. Who waits the longest is
/// served first.
public final class VirtualKernel {
  /// The moment of what never comes.
  public static final long NEVER = Long.MAX_VALUE;

  /// How long the kernel works for a call of which nothing else is said.
  public static final long SERVICE_NANOS = 1_000;

  /// How many bytes fit into a pipe of Linux, unless it is told otherwise.
  public static final long PIPE_BYTES = 65_536;

  /// What `getpid` returns.
  private static final long PROCESS = 4_242;

  private final SortedMap<String, Long> words;
  private final Map<String, Pipe> pipes = new HashMap<>();
  private final long pipeBytes;
  private final ServiceTimes times;
  private final Map<Long, Pending> pending = new HashMap<>();

  /// A call that was begun.
  ///
  /// @param call which, not timed
  /// @param work how long the kernel works for it
  /// @param since when it began to wait
  /// @param due when it is over
  /// @param rax what it returns then
  /// @param done how much of it is done, where it can be done in parts
  private record Pending(
      KernelCall call, long work, long since, long due, long rax, long done, Nature nature) {}

  private enum Nature {
    WAITING,
    WORKING
  }

  /// A kernel in which nobody is.
  ///
  /// @param words the words with what they hold; others hold 0
  /// @param pipeBytes how many bytes fit into a pipe, at least 4096
  /// @param seed determines the service times that are drawn
  public VirtualKernel(SortedMap<String, Long> words, long pipeBytes, long seed) {
    this.words = new TreeMap<>(words);
    this.pipeBytes = pipeBytes;
    times = new ServiceTimes(seed);
  }

  /// Stores to a word.
  ///
  /// @param word its name
  /// @param value what it holds then
  public void store(String word, long value) {
    words.put(word, value);
  }

  /// Whether a goroutine is in a call.
  ///
  /// @param goroutine its id
  /// @return whether it began one and did not take its result
  public boolean isIn(long goroutine) {
    return pending.containsKey(goroutine);
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
    Pending begun =
        switch (call) {
          case KernelCall.FutexWait wait -> wait(wait, work, now);
          case KernelCall.FutexWake wake -> working(call, work, now, wake(wake, now));
          case KernelCall.Nanosleep sleep -> waiting(call, work, now, now + sleep.nanos(), 0);
          case KernelCall.EpollWait poll ->
              pipe(poll.pipe()).isEmpty()
                  ? waiting(call, work, now, timeout(poll.timeoutNanos(), now), 0)
                  : working(call, work, now, 1);
          case KernelCall.Read _ -> waiting(call, work, now, NEVER, 0);
          case KernelCall.Write write ->
              write.file().equals(KernelCall.STDOUT)
                  ? working(call, work, now, write.count())
                  : waiting(call, work, now, NEVER, 0);
          case KernelCall.Getpid _ -> working(call, work, now, PROCESS);
          case KernelCall.SchedYield _, KernelCall.Gettimeofday _, KernelCall.Service _ ->
              working(call, work, now, 0);
          case KernelCall.Timed timed ->
              throw new IllegalArgumentException("call with two service times: call=" + timed);
        };
    pending.put(goroutine, begun);
    if (call instanceof KernelCall.Read || call instanceof KernelCall.Write) {
      settle(now);
    }
  }

  /// Begins a call that is refused.
  ///
  /// @param goroutine whose
  /// @param error why
  /// @param now the time
  public void refuse(long goroutine, KernelError error, long now) {
    KernelCall nothing = new KernelCall.Service(SERVICE_NANOS);
    pending.put(goroutine, working(nothing, SERVICE_NANOS, now, error.rax()));
  }

  private static Pending working(KernelCall call, long work, long now, long rax) {
    return new Pending(call, work, now, now + work, rax, 0, Nature.WORKING);
  }

  private static Pending waiting(KernelCall call, long work, long now, long due, long rax) {
    return new Pending(call, work, now, due, rax, 0, Nature.WAITING);
  }

  private static long timeout(OptionalLong nanos, long now) {
    return nanos.isPresent() ? now + nanos.getAsLong() : NEVER;
  }

  /// The kernel compares 32 bits.
  private Pending wait(KernelCall.FutexWait call, long work, long now) {
    if (words.getOrDefault(call.word(), 0L).intValue() != (int) call.expected()) {
      return working(call, work, now, KernelError.EAGAIN.rax());
    }
    long due = timeout(call.timeoutNanos(), now);
    return waiting(call, work, now, due, KernelError.ETIMEDOUT.rax());
  }

  private long wake(KernelCall.FutexWake call, long now) {
    long woken = 0;
    for (Map.Entry<Long, Pending> each : waiting(now)) {
      if (woken < call.count()
          && each.getValue().call() instanceof KernelCall.FutexWait wait
          && wait.word().equals(call.word())) {
        each.setValue(over(each.getValue(), now, 0));
        woken++;
      }
    }
    return woken;
  }

  private static Pending over(Pending waiting, long now, long rax) {
    return working(waiting.call(), waiting.work(), now, rax);
  }

  /// Who waits, the longest wait first, and of equals the least goroutine.
  private List<Map.Entry<Long, Pending>> waiting(long now) {
    List<Map.Entry<Long, Pending>> waiting = new ArrayList<>();
    for (Map.Entry<Long, Pending> each : pending.entrySet()) {
      if (each.getValue().nature() == Nature.WAITING && each.getValue().due() > now) {
        waiting.add(each);
      }
    }
    waiting.sort(
        Comparator.comparingLong((Map.Entry<Long, Pending> each) -> each.getValue().since())
            .thenComparing(Map.Entry::getKey));
    return waiting;
  }

  /// Serves who waits for a pipe, as long as anybody can be.
  private void settle(long now) {
    boolean changes = true;
    while (changes) {
      changes = false;
      for (Map.Entry<Long, Pending> each : waiting(now)) {
        Pending before = each.getValue();
        Pending after =
            switch (before.call()) {
              case KernelCall.Read read -> read(before, read, now);
              case KernelCall.Write write -> write(before, write, now);
              case KernelCall.EpollWait poll ->
                  pipe(poll.pipe()).isEmpty() ? before : over(before, now, 1);
              case KernelCall _ -> before;
            };
        each.setValue(after);
        changes |= !after.equals(before);
      }
    }
  }

  private Pipe pipe(String name) {
    return pipes.computeIfAbsent(name, _ -> new Pipe(pipeBytes));
  }

  private Pending read(Pending before, KernelCall.Read call, long now) {
    long taken = pipe(call.pipe()).take(call.count());
    return taken == 0 ? before : over(before, now, taken);
  }

  private Pending write(Pending before, KernelCall.Write call, long now) {
    long given = pipe(call.file()).put(call.count() - before.done(), call.count());
    long done = before.done() + given;
    return done == call.count()
        ? over(before, now, done)
        : new Pending(
            call, before.work(), before.since(), before.due(), before.rax(), done, Nature.WAITING);
  }

  /// When a goroutine's call is over.
  ///
  /// @param goroutine whose
  /// @return the time, or [#NEVER] if it is not known
  public long due(long goroutine) {
    return Optional.ofNullable(pending.get(goroutine)).map(Pending::due).orElse(NEVER);
  }

  /// Takes the result of a call that is over, or leaves one that is not.
  ///
  /// @param goroutine whose
  /// @return RAX: a result, or the negated number of an error
  public long finish(long goroutine) {
    return Optional.ofNullable(pending.remove(goroutine))
        .orElseThrow(() -> new IllegalStateException("not in the kernel: goroutine=" + goroutine))
        .rax();
  }

  /// With what a goroutine's call leaves its wait if a signal comes.
  ///
  /// @param goroutine whose
  /// @param now the time
  /// @return RAX: what is done of the call, a restart code, or EINTR; empty if it does not wait, or
  ///   is over already
  public OptionalLong interrupted(long goroutine, long now) {
    Pending call = pending.get(goroutine);
    if (call == null || call.nature() == Nature.WORKING || call.due() <= now) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        call.done() > 0
            ? call.done()
            : call.call().restart().map(VirtualKernel::code).orElse(KernelError.EINTR.rax()));
  }

  private static long code(Restart restart) {
    return ClosedTerms.scalar(restart.result().term(), Map.of());
  }
}
