package psyscall.model.linux;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import psyscall.model.kernel.CallNumber;
import psyscall.model.kernel.Interruption;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.linux.Signals.Signal;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;

/// The kernel of this machine, with the words, pipes and calls of one run.
///
/// Which calls are wanted and which are over is kept for one thread at a time: whoever runs has a
/// lock. [#perform] alone is for all threads at once, outside of that lock.
///
/// A thread can be interrupted by a real SIGURG: whether its call fails or begins again is decided
/// by the kernel, and only the first is seen. It is blocked where the way of the call says so.
public final class RealKernel implements Kernel, AutoCloseable {
  private final SystemCalls calls = new SystemCalls();
  private final Signals signals = new Signals(calls);
  private final RealCalls made;
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
    made = new RealCalls(calls, words);
  }

  /// Who is in the kernel, and who was.
  ///
  /// @return counts that go on
  public Census census() {
    return census;
  }

  @Override
  public void store(String word, long value) {
    made.store(word, value);
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
      return made.make(wanted.call());
    } finally {
      census.leaves();
      if (isShielded) {
        signals.unblock();
      }
    }
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

  /// The virtual machine asks the vDSO, too.
  @Override
  public KernelResult timeOfDay() {
    long _ = System.currentTimeMillis();
    return KernelResult.of(0);
  }

  /// The thread that asks.
  ///
  /// @return the kernel's number of it
  public long thread() {
    return calls.make(CallNumber.GETTID);
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
    made.close();
  }
}
