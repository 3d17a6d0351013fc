package psyscall.model.kernel;

import psyscall.model.workload.KernelCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.machine.ClosedTerms;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.Restart;

/// A kernel in virtual time: words, waits on them, time-outs, and what a signal does to a wait.
///
/// Each goroutine is in one call at most. A call that is over stays until it is taken.
public final class VirtualKernel implements Kernel {
  /// The moment of what never comes.
  public static final long NEVER = Long.MAX_VALUE;

  /// How long the kernel takes for a call that does not wait.
  public static final long SERVICE_NANOS = 1_000;

  /// Go installs its handler of SIGURG so.
  private static final Restart.Signal SIGURG = new Restart.Signal(Bool.TRUE, Bool.TRUE);

  private final SortedMap<String, Long> words;
  private final Map<Long, Pending> pending = new HashMap<>();

  /// A call that was begun.
  ///
  /// @param since when it began to wait
  /// @param due when it is over
  /// @param result what it gives back then
  private record Pending(
      KernelCall call, long since, long due, KernelResult result, Nature nature) {}

  private enum Nature {
    WAITING,
    WORKING
  }

  /// What a signal does to a call.
  public enum Interruption {
    /// It fails with EINTR.
    FAILS,
    /// It begins again.
    RESTARTS,
    /// It goes on: it does not wait, or is over already.
    NONE
  }

  /// A kernel in which nobody is.
  ///
  /// @param words the words with what they hold
  public VirtualKernel(SortedMap<String, Long> words) {
    this.words = new TreeMap<>(words);
  }

  /// Stores to a word.
  ///
  /// @param word its name
  /// @param value what it holds then
  @Override
  public void store(String word, long value) {
    words.put(word, value);
  }

  /// Whether a goroutine is in a call.
  ///
  /// @param goroutine its id
  /// @return whether it began one and did not take its result
  @Override
  public boolean isIn(long goroutine) {
    return pending.containsKey(goroutine);
  }

  /// Begins a call.
  ///
  /// @param goroutine whose
  /// @param call which
  /// @param now the time
  @Override
  public void begin(long goroutine, KernelCall call, long now) {
    pending.put(
        goroutine,
        switch (call) {
          case KernelCall.FutexWait wait -> wait(wait, now);
          case KernelCall.FutexWake wake -> working(wake, now, SERVICE_NANOS, wake(wake, now));
          case KernelCall.Nanosleep sleep ->
              new Pending(sleep, now, now + sleep.nanos(), KernelResult.of(0), Nature.WAITING);
          case KernelCall.Service service -> working(service, now, service.nanos(), 0);
        });
  }

  private static Pending working(KernelCall call, long now, long nanos, long value) {
    return new Pending(call, now, now + nanos, KernelResult.of(value), Nature.WORKING);
  }

  private Pending wait(KernelCall.FutexWait call, long now) {
    if (words.getOrDefault(call.word(), 0L) != call.expected()) {
      KernelResult refused = KernelResult.of(KernelError.EAGAIN);
      return new Pending(call, now, now + SERVICE_NANOS, refused, Nature.WORKING);
    }
    long due = call.timeoutNanos().isPresent() ? now + call.timeoutNanos().getAsLong() : NEVER;
    return new Pending(call, now, due, KernelResult.of(KernelError.ETIMEDOUT), Nature.WAITING);
  }

  private long wake(KernelCall.FutexWake call, long now) {
    List<Map.Entry<Long, Pending>> waiting = new ArrayList<>();
    for (Map.Entry<Long, Pending> each : pending.entrySet()) {
      Pending other = each.getValue();
      if (other.call() instanceof KernelCall.FutexWait wait
          && wait.word().equals(call.word())
          && other.nature() == Nature.WAITING
          && other.due() > now) {
        waiting.add(each);
      }
    }
    waiting.sort(
        Comparator.comparingLong((Map.Entry<Long, Pending> each) -> each.getValue().since())
            .thenComparing(Map.Entry::getKey));
    long woken = Math.min(call.count(), waiting.size());
    for (Map.Entry<Long, Pending> each : waiting.subList(0, (int) woken)) {
      each.setValue(working(each.getValue().call(), now, SERVICE_NANOS, 0));
    }
    return woken;
  }

  /// When a goroutine's call is over.
  ///
  /// @param goroutine whose
  /// @return the time, or [#NEVER] if it is not known
  @Override
  public long due(long goroutine) {
    return Optional.ofNullable(pending.get(goroutine)).map(Pending::due).orElse(NEVER);
  }

  /// Takes the result of a call that is over.
  ///
  /// @param goroutine whose
  /// @return the result
  @Override
  public KernelResult finish(long goroutine) {
    return taken(goroutine).result();
  }

  private Pending taken(long goroutine) {
    return Optional.ofNullable(pending.remove(goroutine))
        .orElseThrow(() -> new IllegalStateException("not in the kernel: goroutine=" + goroutine));
  }

  /// What SIGURG does to a goroutine's call.
  ///
  /// @param goroutine whose
  /// @param now the time
  /// @return what the restart code of its wait says
  @Override
  public Interruption interruption(long goroutine, long now) {
    Pending call = pending.get(goroutine);
    if (call == null || call.nature() == Nature.WORKING || call.due() <= now) {
      return Interruption.NONE;
    }
    Bool fails = call.call().restart().interrupts(SIGURG);
    return ClosedTerms.scalar(fails.term(), Map.of()) != 0
        ? Interruption.FAILS
        : Interruption.RESTARTS;
  }

  /// Leaves a call because of a signal.
  ///
  /// @param goroutine whose
  @Override
  public void leave(long goroutine) {
    taken(goroutine);
  }
}
