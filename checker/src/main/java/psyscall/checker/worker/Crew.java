package psyscall.checker.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Some workers, each on a thread of its own; the first on the thread of the search, where it also
/// looks at the clock for all.
public final class Crew implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final List<Worker> workers;
  private final ExecutorService threads;
  private volatile boolean isStopped;

  /// Starts the threads.
  ///
  /// @param workers at least one
  public Crew(List<Worker> workers) {
    this.workers = List.copyOf(workers);
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, workers.size() - 1),
            Thread.ofPlatform().daemon().name("psyscall-search-", 1).factory());
  }

  /// Lets workers run until all of them stand still.
  ///
  /// @param count how many of them, at least 1
  /// @param pulse asked on this thread, by the first worker and then while it waits for the others;
  ///   when it says no, all stop
  public void round(int count, Pulse pulse) {
    isStopped = false;
    List<Future<?>> others = new ArrayList<>();
    for (Worker worker : workers.subList(1, count)) {
      others.add(threads.submit(() -> worker.run(_ -> !isStopped)));
    }
    boolean isFinished = false;
    try {
      workers.getFirst().run(expanded -> stopUnless(pulse.goesOn(expanded)));
      isFinished = true;
    } finally {
      isStopped |= !isFinished;
      others.forEach(other -> await(other, pulse));
    }
  }

  private boolean stopUnless(boolean goesOn) {
    isStopped |= !goesOn;
    return !isStopped;
  }

  private void await(Future<?> other, Pulse pulse) {
    boolean isInterrupted = false;
    while (true) {
      try {
        other.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        break;
      } catch (TimeoutException _) {
        stopUnless(pulse.goesOn(0));
      } catch (InterruptedException _) {
        isInterrupted = true;
        isStopped = true;
      } catch (ExecutionException failure) {
        isStopped = true;
        throw unwrapped(failure);
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    if (failure.getCause() instanceof Error cause) {
      throw cause;
    }
    return failure.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("worker failed", failure);
  }

  /// Ends the threads, which stand still.
  @Override
  public void close() {
    isStopped = true;
    threads.shutdown();
  }
}
